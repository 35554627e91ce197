; The setup for one user: no administrator is asked for, everything is in the user's own folders and
; registry. What is unpacked lies beside the old program until it is complete; only then the two are
; exchanged, so that a full disk or a running program never leaves half of one.
;
; TreatyViewer-V-setup.exe [/S] [/ALLOWDOWNGRADE] [/D=folder]      (/D last, without quotes)
; Exit status: 0 done, 2 cancelled, 3 a newer version is there, 4 the program is running,
;              5 something cannot be written, 6 this Windows is too old.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include x64.nsh

Name "Treaty Viewer"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Treaty Viewer"
InstallDirRegKey HKCU "Software\TreatyViewer" "Folder"
BrandingText "Treaty Viewer ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\TreatyViewer"
!define CLASSES "Software\Classes"
!define ENTRY_CLASS "TreatyViewer.Entry"
!define CAPABILITIES "Software\TreatyViewer\Capabilities"
!define SHCNE_ASSOCCHANGED 0x08000000

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\TreatyViewer.exe"
!define MUI_FINISHPAGE_NOAUTOCLOSE
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first is for Windows in any other language.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "Russian"
!include words.nsh

VIProductVersion "${VERSION_NUMBERS}"
!macro VersionWords LANGUAGE
    VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "Treaty Viewer"
    VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
    VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
    VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "Treaty Viewer Setup"
    VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "The Treaty Viewer developers"
    VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "MIT licence"
!macroend
!insertmacro VersionWords ${LANG_ENGLISH}

; Says why, or in silence only ends with this status.
!macro Refuse STATUS TEXT
    SetErrorLevel ${STATUS}
    MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
    Quit
!macroend

; The program holds this library open as long as it runs, whichever way it was started; a file
; that is in use cannot be opened for writing.
!macro AskToClose
    ${Do}
        ClearErrors
        ${IfNot} ${FileExists} "$INSTDIR\runtime\python313.dll"
            ${ExitDo}
        ${EndIf}
        FileOpen $0 "$INSTDIR\runtime\python313.dll" a
        ${IfNot} ${Errors}
            FileClose $0
            ${ExitDo}
        ${EndIf}
        ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsRunning)" /SD IDCANCEL IDCANCEL`
            SetErrorLevel 4
            Quit
        ${EndIf}
    ${Loop}
!macroend

Function .onInit
    ${IfNot} ${RunningX64}
    ${OrIfNot} ${AtLeastWin10}
        !insertmacro Refuse 6 "$(TooOld)"
    ${EndIf}
    SetShellVarContext current

    ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
    ${If} $0 != ""
        ${VersionCompare} "$0" "${VERSION}" $1 ; 1: the one that is there is newer
        ${GetParameters} $2
        ClearErrors
        ${GetOptions} $2 "/ALLOWDOWNGRADE" $3
        ${If} ${Errors}
        ${AndIf} $1 == 1
            !insertmacro Refuse 3 "$(IsNewer)"
        ${EndIf}
    ${EndIf}
FunctionEnd

; What was unpacked into "new" takes the place of what is there, which goes to "old".
!macro Exchange NAME
    ${If} ${FileExists} "$INSTDIR\${NAME}"
        Rename "$INSTDIR\${NAME}" "$INSTDIR\old\${NAME}"
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\new\${NAME}"
        Rename "$INSTDIR\new\${NAME}" "$INSTDIR\${NAME}"
    ${EndIf}
!macroend
; Undoes that. What is still in "new" was not exchanged, so what is in its place is the old one.
!macro PutBack NAME
    ${IfNot} ${FileExists} "$INSTDIR\new\${NAME}"
        RMDir /r "$INSTDIR\${NAME}"
        Delete "$INSTDIR\${NAME}"
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\old\${NAME}"
        Rename "$INSTDIR\old\${NAME}" "$INSTDIR\${NAME}"
    ${EndIf}
!macroend
!macro ForAllParts WHAT
    !insertmacro ${WHAT} "runtime"
    !insertmacro ${WHAT} "lib"
    !insertmacro ${WHAT} "TreatyViewer.exe"
    !insertmacro ${WHAT} "treatyviewer.com"
    !insertmacro ${WHAT} "LICENSE.txt"
    !insertmacro ${WHAT} "THIRD-PARTY-NOTICES.txt"
!macroend

Section
    !insertmacro AskToClose
    ; "new" and "old" are what an earlier setup that was killed left, if anything.
    RMDir /r "$INSTDIR\new"
    RMDir /r "$INSTDIR\old"
    ClearErrors
    SetOutPath "$INSTDIR\new"
    SetOverwrite try
    File /r "${APP}/*.*"
    SetOutPath "$INSTDIR"
    ${If} ${Errors}
        RMDir /r "$INSTDIR\new"
        RMDir "$INSTDIR"
        !insertmacro Refuse 5 "$(CannotWrite)"
    ${EndIf}
    CreateDirectory "$INSTDIR\old"
    ClearErrors
    !insertmacro ForAllParts Exchange
    ${If} ${Errors}
        !insertmacro ForAllParts PutBack
        RMDir /r "$INSTDIR\new"
        RMDir "$INSTDIR\old"
        RMDir "$INSTDIR"
        !insertmacro Refuse 5 "$(CannotWrite)"
    ${EndIf}
    RMDir /r "$INSTDIR\old"
    RMDir "$INSTDIR\new"
    WriteUninstaller "$INSTDIR\Uninstall.exe"

    CreateShortcut "$SMPROGRAMS\Treaty Viewer.lnk" "$INSTDIR\TreatyViewer.exe" "" \
        "$INSTDIR\TreatyViewer.exe" 0 SW_SHOWNORMAL "" "$(ShortcutWords)"

    ; Files *.treaty and links treaty:...
    WriteRegStr HKCU "${CLASSES}\.treaty" "" "${ENTRY_CLASS}"
    WriteRegStr HKCU "${CLASSES}\.treaty" "Content Type" "application/vnd.treatyviewer.entry+zip"
    WriteRegStr HKCU "${CLASSES}\.treaty\OpenWithProgids" "${ENTRY_CLASS}" ""
    WriteRegStr HKCU "${CLASSES}\${ENTRY_CLASS}" "" "$(EntryWords)"
    WriteRegStr HKCU "${CLASSES}\${ENTRY_CLASS}\DefaultIcon" "" "$INSTDIR\TreatyViewer.exe,0"
    WriteRegStr HKCU "${CLASSES}\${ENTRY_CLASS}\shell\open\command" "" \
        '"$INSTDIR\TreatyViewer.exe" "%1"'
    WriteRegStr HKCU "${CLASSES}\treaty" "" "URL:Treaty Viewer"
    WriteRegStr HKCU "${CLASSES}\treaty" "URL Protocol" ""
    WriteRegStr HKCU "${CLASSES}\treaty\DefaultIcon" "" "$INSTDIR\TreatyViewer.exe,0"
    WriteRegStr HKCU "${CLASSES}\treaty\shell\open\command" "" '"$INSTDIR\TreatyViewer.exe" "%1"'
    ; So that Windows lists the program among the default apps.
    WriteRegStr HKCU "${CAPABILITIES}" "ApplicationName" "Treaty Viewer"
    WriteRegStr HKCU "${CAPABILITIES}" "ApplicationDescription" "$(ShortcutWords)"
    WriteRegStr HKCU "${CAPABILITIES}\FileAssociations" ".treaty" "${ENTRY_CLASS}"
    WriteRegStr HKCU "${CAPABILITIES}\UrlAssociations" "treaty" "treaty"
    WriteRegStr HKCU "Software\RegisteredApplications" "Treaty Viewer" "${CAPABILITIES}"
    ; "TreatyViewer" in the Run box finds it.
    WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\TreatyViewer.exe" "" \
        "$INSTDIR\TreatyViewer.exe"

    WriteRegStr HKCU "Software\TreatyViewer" "Folder" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Treaty Viewer"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\TreatyViewer.exe,0"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Treaty Viewer developers"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
    System::Call 'shell32::SHChangeNotify(i ${SHCNE_ASSOCCHANGED}, i 0, p 0, p 0)'
SectionEnd

; The reader's notes, settings and entries lie elsewhere and stay.
Section Uninstall
    SetShellVarContext current
    ; Only a folder that the setup has made is emptied.
    ${IfNot} ${FileExists} "$INSTDIR\runtime\python313._pth"
        !insertmacro Refuse 5 "$(NotOurs)"
    ${EndIf}
    !insertmacro AskToClose
    RMDir /r "$INSTDIR\runtime"
    RMDir /r "$INSTDIR\lib"
    Delete "$INSTDIR\TreatyViewer.exe"
    Delete "$INSTDIR\treatyviewer.com"
    Delete "$INSTDIR\LICENSE.txt"
    Delete "$INSTDIR\THIRD-PARTY-NOTICES.txt"
    Delete "$INSTDIR\Uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Treaty Viewer.lnk"

    ; Another program may have taken the files over; then that is left as it is.
    ReadRegStr $0 HKCU "${CLASSES}\.treaty" ""
    ${If} $0 == "${ENTRY_CLASS}"
        DeleteRegValue HKCU "${CLASSES}\.treaty" ""
        DeleteRegValue HKCU "${CLASSES}\.treaty" "Content Type"
    ${EndIf}
    DeleteRegValue HKCU "${CLASSES}\.treaty\OpenWithProgids" "${ENTRY_CLASS}"
    DeleteRegKey /ifempty HKCU "${CLASSES}\.treaty\OpenWithProgids"
    DeleteRegKey /ifempty HKCU "${CLASSES}\.treaty"
    DeleteRegKey HKCU "${CLASSES}\${ENTRY_CLASS}"
    DeleteRegKey HKCU "${CLASSES}\treaty"
    DeleteRegValue HKCU "Software\RegisteredApplications" "Treaty Viewer"
    DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\TreatyViewer.exe"
    DeleteRegKey HKCU "Software\TreatyViewer"
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
    System::Call 'shell32::SHChangeNotify(i ${SHCNE_ASSOCCHANGED}, i 0, p 0, p 0)'
SectionEnd
