; What the setup says in its own words; the rest comes with NSIS.

LangString ShortcutWords ${LANG_ENGLISH} "Read a treaty, the evidence behind it and its time"
LangString ShortcutWords ${LANG_SIMPCHINESE} "阅读条约及其依据与时代"
LangString ShortcutWords ${LANG_RUSSIAN} "Договор, его свидетельства и его время"

LangString EntryWords ${LANG_ENGLISH} "Treaty Viewer entry"
LangString EntryWords ${LANG_SIMPCHINESE} "条约阅读器条目"
LangString EntryWords ${LANG_RUSSIAN} "Статья Treaty Viewer"

LangString IsRunning ${LANG_ENGLISH} "Treaty Viewer is running. Please close its windows, and then choose Retry."
LangString IsRunning ${LANG_SIMPCHINESE} "Treaty Viewer 正在运行。请关闭其所有窗口,然后选择“重试”。"
LangString IsRunning ${LANG_RUSSIAN} "Программа Treaty Viewer запущена. Закройте её окна и нажмите «Повтор»."

LangString IsNewer ${LANG_ENGLISH} "A newer version of Treaty Viewer ($0) is installed; this is ${VERSION}. Remove the newer one first if you want this one: your notes and settings stay."
LangString IsNewer ${LANG_SIMPCHINESE} "已安装较新的版本 Treaty Viewer $0,而此安装程序为 ${VERSION}。如需安装此版本,请先卸载较新的版本;您的笔记和设置会保留。"
LangString IsNewer ${LANG_RUSSIAN} "Уже установлена более новая версия Treaty Viewer ($0), а это версия ${VERSION}. Чтобы установить её, сначала удалите новую: заметки и настройки сохранятся."

LangString CannotWrite ${LANG_ENGLISH} "The program cannot be written to $INSTDIR. Is there room on the disk (100 MB), and may you write there? What was installed before is unchanged."
LangString CannotWrite ${LANG_SIMPCHINESE} "无法将程序写入 $INSTDIR。请检查磁盘空间(需要 100 MB)和写入权限。先前安装的内容没有改变。"
LangString CannotWrite ${LANG_RUSSIAN} "Не удаётся записать программу в $INSTDIR. Проверьте, есть ли место на диске (100 МБ) и право записи. То, что было установлено раньше, не изменилось."

LangString TooOld ${LANG_ENGLISH} "Treaty Viewer needs 64-bit Windows 10 (version 1809) or newer."
LangString TooOld ${LANG_SIMPCHINESE} "Treaty Viewer 需要 64 位 Windows 10(1809 版)或更高版本。"
LangString TooOld ${LANG_RUSSIAN} "Для Treaty Viewer нужна 64-разрядная Windows 10 (версия 1809) или новее."

LangString NotOurs ${LANG_ENGLISH} "There is no Treaty Viewer in $INSTDIR; nothing was removed."
LangString NotOurs ${LANG_SIMPCHINESE} "$INSTDIR 中没有 Treaty Viewer;未删除任何内容。"
LangString NotOurs ${LANG_RUSSIAN} "В папке $INSTDIR нет Treaty Viewer; ничего не удалено."
