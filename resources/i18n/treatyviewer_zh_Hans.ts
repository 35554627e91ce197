<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Licences</source>
        <translation>许可证(&amp;L)</translation>
    </message>
    <message>
        <source>A reader for one treaty: the text, the evidence behind each claim, and the time around it.</source>
        <translation>专读一部条约的阅读器：条约文本、每条说法背后的证据，以及它所处的时代。</translation>
    </message>
    <message>
        <source>About Treaty Viewer</source>
        <translation>关于 Treaty Viewer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>It never goes to the network, and sends nothing to anybody.</source>
        <translation>它从不访问网络，也不向任何人发送任何内容。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>版本 {number}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本信息</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>About Treaty Viewer</source>
        <translation>关于 Treaty Viewer</translation>
    </message>
    <message>
        <source>About this entry</source>
        <translation>关于本条目</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>回到正文</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>回到开头</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Contents panel</source>
        <translation>目录面板</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy address of this page</source>
        <translation>复制本页地址</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>复制引文出处</translation>
    </message>
    <message>
        <source>Find in page…</source>
        <translation>在本页查找…</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>转到…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>切换浅色/深色</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>菜单栏</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>新建窗口</translation>
    </message>
    <message>
        <source>Next claim</source>
        <translation>下一条说法</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处匹配</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一部分</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>下一节</translation>
    </message>
    <message>
        <source>Open a .treaty file…</source>
        <translation>打开 .treaty 文件…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Previous claim</source>
        <translation>上一条说法</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处匹配</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>窗口的上一部分</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>上一节</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Suggest a correction…</source>
        <translation>提出更正…</translation>
    </message>
    <message>
        <source>Text in its usual size</source>
        <translation>默认文字大小</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>文字外观…</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
</context>
<context>
    <name>BarButtons</name>
    <message>
        <source>Copy citation</source>
        <translation>复制引文出处</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Text size and spacing</source>
        <translation>文字大小与间距</translation>
    </message>
</context>
<context>
    <name>Breadcrumbs</name>
    <message>
        <source>Go to {title}</source>
        <translation>转到“{title}”</translation>
    </message>
    <message>
        <source>Where you are: {path}</source>
        <translation>当前位置：{path}</translation>
    </message>
</context>
<context>
    <name>ClaimActions</name>
    <message>
        <source>Copy citation</source>
        <translation>复制引文出处</translation>
    </message>
    <message>
        <source>Next claim ›</source>
        <translation>下一说法 ›</translation>
    </message>
    <message>
        <source>Previous claim</source>
        <translation>上一说法</translation>
    </message>
    <message>
        <source>Suggest a correction</source>
        <translation>建议更正</translation>
    </message>
</context>
<context>
    <name>ContentsTree</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
</context>
<context>
    <name>DialogsController</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>DroppingController</name>
    <message>
        <source>Drop to open “{name}”</source>
        <translation>松开以打开“{name}”</translation>
    </message>
    <message>
        <source>Drop to open “{name}”, the first of {count}</source>
        <translation>松开以打开“{name}”（{count} 项中的第一项）</translation>
    </message>
</context>
<context>
    <name>EarlierList</name>
    <message>
        <source>Earlier searches</source>
        <translation>以前的搜索</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>请检查路径及其权限。</translation>
    </message>
    <message>
        <source>Check the spelling of the path.</source>
        <translation>请检查路径的拼写。</translation>
    </message>
    <message>
        <source>Entries: {entries}.</source>
        <translation>条目：{entries}。</translation>
    </message>
    <message>
        <source>Give the folder that holds entry.toml, that file itself, or a .treaty file.</source>
        <translation>请指定含有 entry.toml 的文件夹、该文件本身或 .treaty 文件。</translation>
    </message>
    <message>
        <source>It holds nothing of yours: delete it, and it is made anew.</source>
        <translation>其中没有您的任何内容：删除后会重新生成。</translation>
    </message>
    <message>
        <source>No address was given.</source>
        <translation>未给出地址。</translation>
    </message>
    <message>
        <source>The library file cannot be read: {reason}.</source>
        <translation>无法读取资料库文件：{reason}。</translation>
    </message>
    <message>
        <source>There is no entry “{entry}” here.</source>
        <translation>这里没有条目“{entry}”。</translation>
    </message>
    <message>
        <source>There is no file or folder “{path}”.</source>
        <translation>没有文件或文件夹“{path}”。</translation>
    </message>
    <message>
        <source>There is no picture “{name}” in {entry}.</source>
        <translation>{entry} 中没有图片“{name}”。</translation>
    </message>
    <message>
        <source>There is nothing at “{address}”.</source>
        <translation>地址“{address}”处没有内容。</translation>
    </message>
    <message>
        <source>“treatyviewer outline” lists what {address.entry} has.</source>
        <translation>“treatyviewer outline”可列出 {address.entry} 的内容。</translation>
    </message>
    <message>
        <source>“{path}” cannot be opened: {reason}.</source>
        <translation>无法打开“{path}”：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” is not an entry.</source>
        <translation>“{path}”不是条目。</translation>
    </message>
    <message>
        <source>“{text}” is not an address. {why}</source>
        <translation>“{text}”不是地址。{why}</translation>
    </message>
</context>
<context>
    <name>EvidenceController</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copied. Nothing was sent.</source>
        <translation>已复制。未发送任何内容。</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Close the evidence</source>
        <translation>关闭证据</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
</context>
<context>
    <name>FilesController</name>
    <message>
        <source>Entries (*.treaty)</source>
        <translation>条目 (*.treaty)</translation>
    </message>
    <message>
        <source>Open an entry or a folder of entries</source>
        <translation>打开条目或条目文件夹</translation>
    </message>
    <message>
        <source>Open an entry that was packed into one file</source>
        <translation>打开打包成单个文件的条目</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Kinds of results</source>
        <translation>结果类别</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Close and stay here</source>
        <translation>关闭并留在此处</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>在本页查找</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>无匹配</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Tell capitals from small letters</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>{count} on this page</source>
        <translation>本页 {count} 处</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Find on this page</source>
        <translation>在本页查找</translation>
    </message>
</context>
<context>
    <name>GoToController</name>
    <message>
        <source>Nothing here is called “{text}”.</source>
        <translation>这里没有名为“{text}”的内容。</translation>
    </message>
</context>
<context>
    <name>GoToPanel</name>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Go to a page or a person; &gt; for commands</source>
        <translation>转到页面或人物；输入 &gt; 查找命令</translation>
    </message>
</context>
<context>
    <name>GoalList</name>
    <message>
        <source>Places to go to</source>
        <translation>可转到的位置</translation>
    </message>
</context>
<context>
    <name>HitBar</name>
    <message>
        <source>End the search and stay on this page</source>
        <translation>结束搜索并留在本页</translation>
    </message>
    <message>
        <source>Hits on this page</source>
        <translation>本页匹配</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处匹配</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处匹配</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message numerus="yes">
        <source>{n} hit(s) on this page</source>
        <translation>
            <numerusform>本页有 {n} 处匹配</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Article</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>说法</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>说法</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Companion</source>
        <translation>相关文件</translation>
    </message>
    <message>
        <source>Companions</source>
        <translation>相关文件</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
</context>
<context>
    <name>LinksController</name>
    <message>
        <source>Copied, for this program never goes to the network:</source>
        <translation>已复制，因为本程序从不联网：</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>{number} km</source>
        <translation>{number} 公里</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
</context>
<context>
    <name>MenusController</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Back to what I was reading</source>
        <translation>回到刚才阅读的内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go to the beginning</source>
        <translation>转到开头</translation>
    </message>
    <message>
        <source>It may have been cut short. Copy it once more where it came from.</source>
        <translation>链接可能不完整。请回到原处重新复制。</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有打开任何内容</translation>
    </message>
    <message>
        <source>Open a .treaty file…</source>
        <translation>打开 .treaty 文件…</translation>
    </message>
    <message>
        <source>Open another folder…</source>
        <translation>打开其他文件夹…</translation>
    </message>
    <message>
        <source>Open the entry that comes with the program</source>
        <translation>打开程序自带的条目</translation>
    </message>
    <message>
        <source>Preparing the library</source>
        <translation>正在准备资料库</translation>
    </message>
    <message>
        <source>Something is wrong with it</source>
        <translation>其中有错误</translation>
    </message>
    <message>
        <source>The library was not opened</source>
        <translation>资料库未打开</translation>
    </message>
    <message>
        <source>The library was not prepared, because you stopped it.</source>
        <translation>您中止了操作，资料库未准备好。</translation>
    </message>
    <message>
        <source>The link leads into another entry. Open the folder or the .treaty file that has it, and follow the link again.</source>
        <translation>该链接指向另一个条目。请先打开含有该条目的文件夹或 .treaty 文件，再次点击链接。</translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation>此地址处没有内容</translation>
    </message>
    <message>
        <source>There is nothing to open</source>
        <translation>没有可打开的内容</translation>
    </message>
    <message>
        <source>This entry cannot be opened</source>
        <translation>无法打开此条目</translation>
    </message>
    <message>
        <source>This is done once for each edition; after that it opens at once.</source>
        <translation>每个版本只需准备一次，此后会立即打开。</translation>
    </message>
    <message>
        <source>This link cannot be followed</source>
        <translation>无法打开此链接</translation>
    </message>
    <message>
        <source>Treaty Viewer was updated while it ran, and cannot go on with parts of both versions. Close it and start it again; you will be where you are now.</source>
        <translation>Treaty Viewer 在运行期间已被更新，无法同时使用两个版本的部件继续运行。请关闭后重新启动；您会回到现在的位置。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>{percent} % is done.</source>
        <translation>已完成 {percent}%。</translation>
    </message>
    <message>
        <source>… and {more} more.</source>
        <translation>……另有 {more} 处。</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>1,000</source>
        <translation>1,000</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message numerus="yes">
        <source>{n} contradicted</source>
        <translation>
            <numerusform>{n} 条与史料相悖</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hit(s)</source>
        <translation>
            <numerusform>{n} 处匹配</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} imprecise</source>
        <translation>
            <numerusform>{n} 条不精确</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄文</translation>
    </message>
    <message>
        <source>Section {number}</source>
        <translation>第 {number} 节</translation>
    </message>
    <message>
        <source>The address names edition {named}; this is edition {here}, and its paragraphs may be numbered otherwise.</source>
        <translation>地址所指为第 {named} 版；这是第 {here} 版，段落编号可能不同。</translation>
    </message>
    <message>
        <source>The supplied text, word for word. Underlined words were checked.</source>
        <translation>原有文本，逐字照录。带下划线的词句已经核查。</translation>
    </message>
    <message>
        <source>There is no “#{fragment}” in this section.</source>
        <translation>本节中没有“#{fragment}”。</translation>
    </message>
    <message>
        <source>This text is in {given}; you read in {wanted} where there is a choice.</source>
        <translation>此处文字为{given}；凡有{wanted}的内容，均以{wanted}显示。</translation>
    </message>
    <message>
        <source>simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>traditional Chinese</source>
        <translation>繁体中文</translation>
    </message>
    <message>
        <source>treaty</source>
        <translation>条约</translation>
    </message>
</context>
<context>
    <name>PageMenuController</name>
    <message>
        <source>Copied: {address}</source>
        <translation>已复制：{address}</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>复制链接地址</translation>
    </message>
    <message>
        <source>Copy link to this paragraph</source>
        <translation>复制本段链接</translation>
    </message>
    <message>
        <source>Open in a new window</source>
        <translation>在新窗口中打开</translation>
    </message>
</context>
<context>
    <name>PageNotes</name>
    <message>
        <source>Notes beside the text</source>
        <translation>正文旁的注释</translation>
    </message>
</context>
<context>
    <name>ParagraphSign</name>
    <message>
        <source>Copy link to this paragraph</source>
        <translation>复制本段链接</translation>
    </message>
</context>
<context>
    <name>PreviewsController</name>
    <message>
        <source>Copied when clicked: this program never goes to the network.</source>
        <translation>点击即复制：本程序从不访问网络。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>On the web</source>
        <translation>网页</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown}/{total}</translation>
    </message>
</context>
<context>
    <name>ResultsList</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Also searched: {names}</source>
        <translation>同时检索：{names}</translation>
    </message>
    <message>
        <source>Check the spelling, or try fewer words.</source>
        <translation>请检查拼写，或减少词语。</translation>
    </message>
    <message>
        <source>Nothing was found for “{query}”.</source>
        <translation>未找到与“{query}”相符的内容。</translation>
    </message>
    <message>
        <source>Related: </source>
        <translation>相关：</translation>
    </message>
    <message>
        <source>Search for “{query}” instead</source>
        <translation>仍搜索“{query}”</translation>
    </message>
    <message>
        <source>Search for “{query}” without conditions</source>
        <translation>不带条件搜索“{query}”</translation>
    </message>
    <message>
        <source>Show the contents</source>
        <translation>显示目录</translation>
    </message>
    <message>
        <source>Showing results for {query}. {link}</source>
        <translation>显示的是 {query} 的结果。{link}</translation>
    </message>
    <message>
        <source>Type in the field above to search this entry.</source>
        <translation>在上方输入以搜索本条目。</translation>
    </message>
    <message>
        <source>the best {n}</source>
        <translation>最相关的 {n} 项</translation>
    </message>
    <message>
        <source>under 1 ms</source>
        <translation>不到 1 毫秒</translation>
    </message>
    <message>
        <source>{n} ms</source>
        <translation>{n} 毫秒</translation>
    </message>
    <message numerus="yes">
        <source>{n} result(s)</source>
        <translation>
            <numerusform>{n} 项结果</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search this entry, in any language</source>
        <translation>用任何语言搜索本条目</translation>
    </message>
</context>
<context>
    <name>SettingController</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Kept in {file}</source>
        <translation>设置保存在 {file}</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Not kept: the settings are forgotten when the program ends.</source>
        <translation>设置不会保存，程序结束后即丢失。</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>减弱</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>The menu bar (Alt shows it where it is hidden)</source>
        <translation>菜单栏（隐藏时按 Alt 显示）</translation>
    </message>
    <message>
        <source>The panel with the contents</source>
        <translation>目录面板</translation>
    </message>
    <message>
        <source>The timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>You can read on, but what you set and where you read cannot be kept: it will be forgotten when the program ends.</source>
        <translation>您可以继续阅读，但设置和阅读位置无法保存，程序结束后将不再保留。</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> letters</source>
        <translation> 字符</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>栏宽</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画效果</translation>
    </message>
    <message>
        <source>Notes beside the text, where there is room</source>
        <translation>空间足够时在正文旁显示注释</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show what a link leads to under the pointer</source>
        <translation>指针停在链接上时预览其内容</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>ShortcutsController</name>
    <message>
        <source>A page down, up</source>
        <translation>向下、向上翻页</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Among the results</source>
        <translation>在结果间移动</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>Beginning, end</source>
        <translation>开头、结尾</translation>
    </message>
    <message>
        <source>Closer, further away</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Earlier queries, where it is empty</source>
        <translation>以前的搜索（输入框为空时）</translation>
    </message>
    <message>
        <source>Eight results on, back</source>
        <translation>下移、上移八项结果</translation>
    </message>
    <message>
        <source>First, last</source>
        <translation>第一项、最后一项</translation>
    </message>
    <message>
        <source>Follow it, open its evidence</source>
        <translation>打开链接或证据</translation>
    </message>
    <message>
        <source>From event to event</source>
        <translation>在事件间移动</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该处</translation>
    </message>
    <message>
        <source>Go to the chosen one</source>
        <translation>转到所选结果</translation>
    </message>
    <message>
        <source>Go to the event</source>
        <translation>转到该事件</translation>
    </message>
    <message>
        <source>In the contents</source>
        <translation>在目录中</translation>
    </message>
    <message>
        <source>In the search field</source>
        <translation>在搜索框中</translation>
    </message>
    <message>
        <source>In the text and the evidence</source>
        <translation>在正文和证据中</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>逐行移动</translation>
    </message>
    <message>
        <source>Next, previous link or claim</source>
        <translation>下一个、上一个链接或说法</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>在时间轴上</translation>
    </message>
    <message>
        <source>Unfold, fold</source>
        <translation>展开、折叠</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>{name}: less</source>
        <translation>{name}：减小</translation>
    </message>
    <message>
        <source>{name}: more</source>
        <translation>{name}：增大</translation>
    </message>
</context>
<context>
    <name>TextPopover</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> letters</source>
        <translation> 字符</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>栏宽</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Notes beside the text</source>
        <translation>在正文旁显示注释</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字外观</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Press</source>
        <translation>按下</translation>
    </message>
    <message>
        <source>… and {n} more: zoom in to tell them apart</source>
        <translation>……另有 {n} 项：放大即可分辨</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Fold the timeline away</source>
        <translation>折叠时间轴</translation>
    </message>
    <message>
        <source>Scroll to zoom, drag to move</source>
        <translation>滚轮缩放，拖动平移</translation>
    </message>
    <message>
        <source>Show the timeline</source>
        <translation>显示时间轴</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Timeline, {years}, {events}</source>
        <translation>时间轴，{years}，{events}</translation>
    </message>
    <message numerus="yes">
        <source>{n} event(s)</source>
        <translation>
            <numerusform>{n} 个事件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
</context>
</TS>
