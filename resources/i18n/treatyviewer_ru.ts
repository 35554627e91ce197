<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Лицензии</translation>
    </message>
    <message>
        <source>A reader for one treaty: the text, the evidence behind each claim, and the time around it.</source>
        <translation>Программа для чтения одного договора: его текст, обоснование каждого утверждения и время вокруг него.</translation>
    </message>
    <message>
        <source>About Treaty Viewer</source>
        <translation>О программе Treaty Viewer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Копировать версии</translation>
    </message>
    <message>
        <source>It never goes to the network, and sends nothing to anybody.</source>
        <translation>Она никогда не выходит в сеть и никому ничего не отправляет.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Лицензии</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Версия {number}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>About Treaty Viewer</source>
        <translation>О программе Treaty Viewer</translation>
    </message>
    <message>
        <source>About this entry</source>
        <translation>Об этой статье</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Вернуться к тексту</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>В начало</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Закрыть окно</translation>
    </message>
    <message>
        <source>Contents panel</source>
        <translation>Панель содержания</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy address of this page</source>
        <translation>Копировать адрес страницы</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>Копировать ссылку на источник</translation>
    </message>
    <message>
        <source>Find in page…</source>
        <translation>Найти на странице…</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Во весь экран</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Перейти к…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Увеличить текст</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Светлая или тёмная тема</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Строка меню</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Новое окно</translation>
    </message>
    <message>
        <source>Next claim</source>
        <translation>Следующее утверждение</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Следующее совпадение</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Следующая часть окна</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Следующий раздел</translation>
    </message>
    <message>
        <source>Open a .treaty file…</source>
        <translation>Открыть файл .treaty…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Previous claim</source>
        <translation>Предыдущее утверждение</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Предыдущее совпадение</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Предыдущая часть окна</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>Предыдущий раздел</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Выделить всё</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Уменьшить текст</translation>
    </message>
    <message>
        <source>Suggest a correction…</source>
        <translation>Предложить исправление…</translation>
    </message>
    <message>
        <source>Text in its usual size</source>
        <translation>Обычный размер текста</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>Вид текста…</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Лента времени</translation>
    </message>
</context>
<context>
    <name>BarButtons</name>
    <message>
        <source>Copy citation</source>
        <translation>Копировать ссылку на источник</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Тёмная тема</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Светлая тема</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Text size and spacing</source>
        <translation>Размер текста и интервалы</translation>
    </message>
</context>
<context>
    <name>Breadcrumbs</name>
    <message>
        <source>Go to {title}</source>
        <translation>Перейти: {title}</translation>
    </message>
    <message>
        <source>Where you are: {path}</source>
        <translation>Вы здесь: {path}</translation>
    </message>
</context>
<context>
    <name>ClaimActions</name>
    <message>
        <source>Copy citation</source>
        <translation>Копировать ссылку</translation>
    </message>
    <message>
        <source>Next claim ›</source>
        <translation>Дальше ›</translation>
    </message>
    <message>
        <source>Previous claim</source>
        <translation>Предыдущее утверждение</translation>
    </message>
    <message>
        <source>Suggest a correction</source>
        <translation>Предложить правку</translation>
    </message>
</context>
<context>
    <name>ContentsTree</name>
    <message>
        <source>Contents</source>
        <translation>Содержание</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
</context>
<context>
    <name>DialogsController</name>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>DroppingController</name>
    <message>
        <source>Drop to open “{name}”</source>
        <translation>Отпустите, чтобы открыть «{name}»</translation>
    </message>
    <message>
        <source>Drop to open “{name}”, the first of {count}</source>
        <translation>Отпустите, чтобы открыть «{name}», первый объект из {count}</translation>
    </message>
</context>
<context>
    <name>EarlierList</name>
    <message>
        <source>Earlier searches</source>
        <translation>Прежние запросы</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>Проверьте путь и права доступа.</translation>
    </message>
    <message>
        <source>Check the spelling of the path.</source>
        <translation>Проверьте, верно ли указан путь.</translation>
    </message>
    <message>
        <source>Entries: {entries}.</source>
        <translation>Статьи: {entries}.</translation>
    </message>
    <message>
        <source>Give the folder that holds entry.toml, that file itself, or a .treaty file.</source>
        <translation>Укажите папку с файлом entry.toml, сам этот файл или файл .treaty.</translation>
    </message>
    <message>
        <source>It holds nothing of yours: delete it, and it is made anew.</source>
        <translation>В нём нет ничего вашего: удалите его, и он будет создан заново.</translation>
    </message>
    <message>
        <source>No address was given.</source>
        <translation>Адрес не указан.</translation>
    </message>
    <message>
        <source>The library file cannot be read: {reason}.</source>
        <translation>Файл библиотеки не читается: {reason}.</translation>
    </message>
    <message>
        <source>There is no entry “{entry}” here.</source>
        <translation>Статьи «{entry}» здесь нет.</translation>
    </message>
    <message>
        <source>There is no file or folder “{path}”.</source>
        <translation>Нет файла или папки «{path}».</translation>
    </message>
    <message>
        <source>There is no picture “{name}” in {entry}.</source>
        <translation>Рисунка «{name}» в {entry} нет.</translation>
    </message>
    <message>
        <source>There is nothing at “{address}”.</source>
        <translation>По адресу «{address}» ничего нет.</translation>
    </message>
    <message>
        <source>“treatyviewer outline” lists what {address.entry} has.</source>
        <translation>Что есть в {address.entry}, покажет «treatyviewer outline».</translation>
    </message>
    <message>
        <source>“{path}” cannot be opened: {reason}.</source>
        <translation>Не удаётся открыть «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>“{path}” is not an entry.</source>
        <translation>«{path}» — не статья.</translation>
    </message>
    <message>
        <source>“{text}” is not an address. {why}</source>
        <translation>«{text}» — не адрес. {why}</translation>
    </message>
</context>
<context>
    <name>EvidenceController</name>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Copied. Nothing was sent.</source>
        <translation>Скопировано. Ничего не отправлено.</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Close the evidence</source>
        <translation>Закрыть обоснование</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Обоснование</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} из {count}</translation>
    </message>
</context>
<context>
    <name>FilesController</name>
    <message>
        <source>Entries (*.treaty)</source>
        <translation>Статьи (*.treaty)</translation>
    </message>
    <message>
        <source>Open an entry or a folder of entries</source>
        <translation>Открыть статью или папку со статьями</translation>
    </message>
    <message>
        <source>Open an entry that was packed into one file</source>
        <translation>Открыть статью, упакованную в один файл</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Kinds of results</source>
        <translation>Виды результатов</translation>
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
        <translation>Закрыть и остаться здесь</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Найти на странице</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Следующее совпадение</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Нет совпадений</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Предыдущее совпадение</translation>
    </message>
    <message>
        <source>Tell capitals from small letters</source>
        <translation>Учитывать регистр</translation>
    </message>
    <message>
        <source>{count} on this page</source>
        <translation>На странице: {count}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} из {count}</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Find on this page</source>
        <translation>Найти на странице</translation>
    </message>
</context>
<context>
    <name>GoToController</name>
    <message>
        <source>Nothing here is called “{text}”.</source>
        <translation>Здесь нет ничего с названием «{text}».</translation>
    </message>
</context>
<context>
    <name>GoToPanel</name>
    <message>
        <source>Go to</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>Go to a page or a person; &gt; for commands</source>
        <translation>Страница или имя; &gt; — команды</translation>
    </message>
</context>
<context>
    <name>GoalList</name>
    <message>
        <source>Places to go to</source>
        <translation>Куда перейти</translation>
    </message>
</context>
<context>
    <name>HitBar</name>
    <message>
        <source>End the search and stay on this page</source>
        <translation>Закончить поиск и остаться на странице</translation>
    </message>
    <message>
        <source>Hits on this page</source>
        <translation>Совпадения на странице</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Следующее совпадение</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Предыдущее совпадение</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} из {count}</translation>
    </message>
    <message numerus="yes">
        <source>{n} hit(s) on this page</source>
        <translation>
            <numerusform>{n} совпадение</numerusform>
            <numerusform>{n} совпадения</numerusform>
            <numerusform>{n} совпадений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Article</source>
        <translation>Статья договора</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи договора</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Утверждение</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Утверждения</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Companion</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Companions</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Персона</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Места</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Раздел</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Термин</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Термины</translation>
    </message>
</context>
<context>
    <name>LinksController</name>
    <message>
        <source>Copied, for this program never goes to the network:</source>
        <translation>Скопировано, так как программа никогда не выходит в сеть:</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>{number} km</source>
        <translation>{number} км</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>Пере&amp;ход</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
</context>
<context>
    <name>MenusController</name>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Контрастная</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Back to what I was reading</source>
        <translation>Вернуться к чтению</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Go to the beginning</source>
        <translation>Перейти к началу</translation>
    </message>
    <message>
        <source>It may have been cut short. Copy it once more where it came from.</source>
        <translation>Возможно, она скопирована не полностью. Скопируйте её ещё раз там, откуда она взята.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Ничего не открыто</translation>
    </message>
    <message>
        <source>Open a .treaty file…</source>
        <translation>Открыть файл .treaty…</translation>
    </message>
    <message>
        <source>Open another folder…</source>
        <translation>Открыть другую папку…</translation>
    </message>
    <message>
        <source>Open the entry that comes with the program</source>
        <translation>Открыть статью, поставляемую с программой</translation>
    </message>
    <message>
        <source>Preparing the library</source>
        <translation>Подготовка библиотеки</translation>
    </message>
    <message>
        <source>Something is wrong with it</source>
        <translation>В ней есть ошибки</translation>
    </message>
    <message>
        <source>The library was not opened</source>
        <translation>Библиотека не открыта</translation>
    </message>
    <message>
        <source>The library was not prepared, because you stopped it.</source>
        <translation>Библиотека не подготовлена: вы остановили подготовку.</translation>
    </message>
    <message>
        <source>The link leads into another entry. Open the folder or the .treaty file that has it, and follow the link again.</source>
        <translation>Ссылка ведёт в другую статью. Откройте папку или файл .treaty, где она находится, и перейдите по ссылке ещё раз.</translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation>По этому адресу ничего нет</translation>
    </message>
    <message>
        <source>There is nothing to open</source>
        <translation>Открывать нечего</translation>
    </message>
    <message>
        <source>This entry cannot be opened</source>
        <translation>Эту статью нельзя открыть</translation>
    </message>
    <message>
        <source>This is done once for each edition; after that it opens at once.</source>
        <translation>Это делается один раз для каждого издания; потом она открывается сразу.</translation>
    </message>
    <message>
        <source>This link cannot be followed</source>
        <translation>По этой ссылке нельзя перейти</translation>
    </message>
    <message>
        <source>Treaty Viewer was updated while it ran, and cannot go on with parts of both versions. Close it and start it again; you will be where you are now.</source>
        <translation>Treaty Viewer был обновлён во время работы и не может продолжать с частями обеих версий. Закройте его и запустите снова: вы окажетесь там же, где сейчас.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>{percent} % is done.</source>
        <translation>Готово {percent} %.</translation>
    </message>
    <message>
        <source>… and {more} more.</source>
        <translation>… и ещё {more}.</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>1,000</source>
        <translation>1&#xa0;000</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message numerus="yes">
        <source>{n} contradicted</source>
        <translation>
            <numerusform>{n} опровергнуто</numerusform>
            <numerusform>{n} опровергнуто</numerusform>
            <numerusform>{n} опровергнуто</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hit(s)</source>
        <translation>
            <numerusform>{n} совпадение</numerusform>
            <numerusform>{n} совпадения</numerusform>
            <numerusform>{n} совпадений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} imprecise</source>
        <translation>
            <numerusform>{n} неточно</numerusform>
            <numerusform>{n} неточно</numerusform>
            <numerusform>{n} неточно</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>English</source>
        <translation>английский</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>русский</translation>
    </message>
    <message>
        <source>Section {number}</source>
        <translation>Раздел {number}</translation>
    </message>
    <message>
        <source>The address names edition {named}; this is edition {here}, and its paragraphs may be numbered otherwise.</source>
        <translation>В адресе указано издание {named}; это издание {here}, и абзацы в нём могут быть пронумерованы иначе.</translation>
    </message>
    <message>
        <source>The supplied text, word for word. Underlined words were checked.</source>
        <translation>Исходный текст, слово в слово. Подчёркнутое проверено.</translation>
    </message>
    <message>
        <source>There is no “#{fragment}” in this section.</source>
        <translation>В этом разделе нет «#{fragment}».</translation>
    </message>
    <message>
        <source>This text is in {given}; you read in {wanted} where there is a choice.</source>
        <translation>Язык этого текста — {given}; там, где есть выбор, показывается {wanted}.</translation>
    </message>
    <message>
        <source>simplified Chinese</source>
        <translation>китайский (упрощённый)</translation>
    </message>
    <message>
        <source>traditional Chinese</source>
        <translation>китайский (традиционный)</translation>
    </message>
    <message>
        <source>treaty</source>
        <translation>договор</translation>
    </message>
</context>
<context>
    <name>PageMenuController</name>
    <message>
        <source>Copied: {address}</source>
        <translation>Скопировано: {address}</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>Копировать адрес ссылки</translation>
    </message>
    <message>
        <source>Copy link to this paragraph</source>
        <translation>Копировать ссылку на этот абзац</translation>
    </message>
    <message>
        <source>Open in a new window</source>
        <translation>Открыть в новом окне</translation>
    </message>
</context>
<context>
    <name>PageNotes</name>
    <message>
        <source>Notes beside the text</source>
        <translation>Примечания рядом с текстом</translation>
    </message>
</context>
<context>
    <name>ParagraphSign</name>
    <message>
        <source>Copy link to this paragraph</source>
        <translation>Копировать ссылку на этот абзац</translation>
    </message>
</context>
<context>
    <name>PreviewsController</name>
    <message>
        <source>Copied when clicked: this program never goes to the network.</source>
        <translation>По щелчку копируется: программа никогда не выходит в сеть.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>On the web</source>
        <translation>В интернете</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} из {total}</translation>
    </message>
</context>
<context>
    <name>ResultsList</name>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Also searched: {names}</source>
        <translation>Поиск шёл и по: {names}</translation>
    </message>
    <message>
        <source>Check the spelling, or try fewer words.</source>
        <translation>Проверьте написание или сократите запрос.</translation>
    </message>
    <message>
        <source>Nothing was found for “{query}”.</source>
        <translation>По запросу «{query}» ничего не найдено.</translation>
    </message>
    <message>
        <source>Related: </source>
        <translation>Близкое: </translation>
    </message>
    <message>
        <source>Search for “{query}” instead</source>
        <translation>Искать всё же «{query}»</translation>
    </message>
    <message>
        <source>Search for “{query}” without conditions</source>
        <translation>Искать «{query}» без условий</translation>
    </message>
    <message>
        <source>Show the contents</source>
        <translation>Показать содержание</translation>
    </message>
    <message>
        <source>Showing results for {query}. {link}</source>
        <translation>Показаны результаты по запросу {query}. {link}</translation>
    </message>
    <message>
        <source>Type in the field above to search this entry.</source>
        <translation>Введите запрос в поле выше, чтобы искать в этой статье.</translation>
    </message>
    <message>
        <source>the best {n}</source>
        <translation>лучшие {n}</translation>
    </message>
    <message>
        <source>under 1 ms</source>
        <translation>менее 1 мс</translation>
    </message>
    <message>
        <source>{n} ms</source>
        <translation>{n} мс</translation>
    </message>
    <message numerus="yes">
        <source>{n} result(s)</source>
        <translation>
            <numerusform>{n} результат</numerusform>
            <numerusform>{n} результата</numerusform>
            <numerusform>{n} результатов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search this entry, in any language</source>
        <translation>Поиск на любом языке</translation>
    </message>
</context>
<context>
    <name>SettingController</name>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Контрастная</translation>
    </message>
    <message>
        <source>Kept in {file}</source>
        <translation>Настройки хранятся в {file}</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Not kept: the settings are forgotten when the program ends.</source>
        <translation>Настройки не сохраняются: после выхода из программы они пропадут.</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Меньше</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>The menu bar (Alt shows it where it is hidden)</source>
        <translation>Строка меню (скрытую показывает Alt)</translation>
    </message>
    <message>
        <source>The panel with the contents</source>
        <translation>Панель содержания</translation>
    </message>
    <message>
        <source>The timeline</source>
        <translation>Лента времени</translation>
    </message>
    <message>
        <source>You can read on, but what you set and where you read cannot be kept: it will be forgotten when the program ends.</source>
        <translation>Читать можно, но настройки и место чтения сохранить не удаётся: после закрытия программы они будут забыты.</translation>
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
        <translation> зн.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Внешний вид</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>Ширина колонки</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Язык интерфейса</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Межстрочный интервал</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Анимация</translation>
    </message>
    <message>
        <source>Notes beside the text, where there is room</source>
        <translation>Примечания рядом с текстом, если есть место</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Панели</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Чтение</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Сбросить всё</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Show what a link leads to under the pointer</source>
        <translation>Показывать, куда ведёт ссылка под указателем</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
</context>
<context>
    <name>ShortcutsController</name>
    <message>
        <source>A page down, up</source>
        <translation>На страницу вниз, вверх</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>Among the results</source>
        <translation>По результатам</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>Beginning, end</source>
        <translation>В начало, в конец</translation>
    </message>
    <message>
        <source>Closer, further away</source>
        <translation>Ближе, дальше</translation>
    </message>
    <message>
        <source>Earlier queries, where it is empty</source>
        <translation>Прежние запросы, если поле пусто</translation>
    </message>
    <message>
        <source>Eight results on, back</source>
        <translation>Восемь результатов вперёд, назад</translation>
    </message>
    <message>
        <source>First, last</source>
        <translation>К первому, к последнему</translation>
    </message>
    <message>
        <source>Follow it, open its evidence</source>
        <translation>Перейти или открыть обоснование</translation>
    </message>
    <message>
        <source>From event to event</source>
        <translation>От события к событию</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>Go to the chosen one</source>
        <translation>Перейти к выбранному</translation>
    </message>
    <message>
        <source>Go to the event</source>
        <translation>Перейти к событию</translation>
    </message>
    <message>
        <source>In the contents</source>
        <translation>В содержании</translation>
    </message>
    <message>
        <source>In the search field</source>
        <translation>В поле поиска</translation>
    </message>
    <message>
        <source>In the text and the evidence</source>
        <translation>В тексте и обосновании</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>По строкам</translation>
    </message>
    <message>
        <source>Next, previous link or claim</source>
        <translation>Ссылка или утверждение: вперёд, назад</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>На ленте времени</translation>
    </message>
    <message>
        <source>Unfold, fold</source>
        <translation>Развернуть, свернуть</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Contents</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>{name}: less</source>
        <translation>{name}: меньше</translation>
    </message>
    <message>
        <source>{name}: more</source>
        <translation>{name}: больше</translation>
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
        <translation> зн.</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>Ширина колонки</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Межстрочный интервал</translation>
    </message>
    <message>
        <source>Notes beside the text</source>
        <translation>Примечания рядом с текстом</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Вид текста</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Press</source>
        <translation>Нажать</translation>
    </message>
    <message>
        <source>… and {n} more: zoom in to tell them apart</source>
        <translation>… и ещё {n}: приблизьте, чтобы различить</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Fold the timeline away</source>
        <translation>Свернуть ленту времени</translation>
    </message>
    <message>
        <source>Scroll to zoom, drag to move</source>
        <translation>Колесо — масштаб, мышь — сдвиг</translation>
    </message>
    <message>
        <source>Show the timeline</source>
        <translation>Показать ленту времени</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Лента времени</translation>
    </message>
    <message>
        <source>Timeline, {years}, {events}</source>
        <translation>Лента времени, {years}, {events}</translation>
    </message>
    <message numerus="yes">
        <source>{n} event(s)</source>
        <translation>
            <numerusform>{n} событие</numerusform>
            <numerusform>{n} события</numerusform>
            <numerusform>{n} событий</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
</context>
</TS>
