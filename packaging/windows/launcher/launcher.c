/* Starts Treaty Viewer: loads the Python beside this program into this process and hands it the
 * arguments. One process, so that the task bar, the task manager and the firewall show the program
 * by its own name. Built twice: TreatyViewer.exe has no console window; treatyviewer.com (CONSOLE)
 * is for the command line, where Windows looks for .com before .exe.
 *
 * No AppUserModelID is set: without one Windows goes by the program's file, which is right here;
 * with one the shortcuts would have to carry it too, or a pinned icon would not find its window.
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

typedef int (*py_main)(int, wchar_t **);

/* What Python says when the program cannot be imported; not a status that the program has. */
#define INCOMPLETE 117

static const wchar_t START[] =
    L"import sys\n"
    L"sys.argv[0] = 'treatyviewer'\n"
    L"try:\n"
    L"    from treatyviewer.__main__ import main\n"
    L"except ImportError as error:\n"
    L"    print(f'treatyviewer: {error}', file=sys.stderr)\n"
    L"    sys.exit(117)\n"
    L"sys.exit(main())\n";

/* The libraries that others ask for by name only: loaded from our folder before anybody asks, they
 * cannot be taken from elsewhere, whatever stands in PATH. Some Pythons do without some of them. */
static const wchar_t *const FIRST[] = {
    L"vcruntime140.dll", L"vcruntime140_1.dll", L"msvcp140.dll",
    L"msvcp140_1.dll", L"msvcp140_2.dll", L"python3.dll",
};

static int fail(const wchar_t *what, const wchar_t *path)
{
    wchar_t text[2048];
    _snwprintf(text, 2047, L"%ls\n\n%ls\n\nPlease install Treaty Viewer again.", what, path);
    text[2047] = 0;
#ifdef CONSOLE
    fwprintf(stderr, L"treatyviewer: %ls\n", text);
#else
    MessageBoxW(NULL, text, L"Treaty Viewer", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#endif
    return INCOMPLETE;
}

static void *allocate(size_t size)
{
    void *memory = malloc(size);
    if (memory == NULL)
        ExitProcess(INCOMPLETE);
    return memory;
}

/* folder\name, in memory that is kept for the life of the process. */
static wchar_t *join(const wchar_t *folder, const wchar_t *name)
{
    size_t length = wcslen(folder) + wcslen(name) + 2;
    wchar_t *path = allocate(length * sizeof *path);
    _snwprintf(path, length, L"%ls\\%ls", folder, name);
    return path;
}

/* The folder that this program lies in; paths may be longer than MAX_PATH. */
static wchar_t *own_folder(void)
{
    DWORD size = MAX_PATH;
    for (;;) {
        wchar_t *path = allocate(size * sizeof *path);
        DWORD length = GetModuleFileNameW(NULL, path, size);
        if (length == 0)
            return NULL;
        if (length < size) {
            wchar_t *last = wcsrchr(path, L'\\');
            if (last == NULL)
                return NULL;
            *last = 0;
            return path;
        }
        free(path);
        size *= 2;
    }
}

static int is_file(const wchar_t *path)
{
    DWORD attributes = GetFileAttributesW(path);
    return attributes != INVALID_FILE_ATTRIBUTES && !(attributes & FILE_ATTRIBUTE_DIRECTORY);
}

static int start(int argc, wchar_t **argv)
{
    wchar_t *folder = own_folder();
    if (folder == NULL)
        return fail(L"Treaty Viewer cannot tell which folder it is in.", L"");
    /* Libraries come from our folders and from Windows, never from the current folder or PATH. */
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);

    if (is_file(join(folder, L"portable")))
        SetEnvironmentVariableW(L"TREATYVIEWER_PORTABLE", join(folder, L"data"));

    wchar_t *runtime = join(folder, L"runtime");
    wchar_t *library = join(runtime, PYTHON_DLL);
    if (!is_file(library))
        return fail(L"A part of Treaty Viewer is missing:", library);
    DWORD how = LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS;
    for (size_t i = 0; i < sizeof FIRST / sizeof *FIRST; i++)
        LoadLibraryExW(join(runtime, FIRST[i]), NULL, how);
    HMODULE python = LoadLibraryExW(library, NULL, how);
    py_main run = python ? (py_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (run == NULL)
        return fail(L"A part of Treaty Viewer cannot be loaded. It needs 64-bit Windows 10 "
                    L"(version 1809) or newer.", library);

    /* Which Python modules there are is in python*._pth beside the library; that file also makes
     * Python ignore its environment variables and the registry. */
    wchar_t *before[] = {argv[0], L"-X", L"utf8", L"-B", L"-c", (wchar_t *)START};
    int count = sizeof before / sizeof *before;
    wchar_t **all = allocate((count + argc) * sizeof *all);
    memcpy(all, before, sizeof before);
    for (int i = 1; i < argc; i++)
        all[count++] = argv[i];
    all[count] = NULL;
    int status = run(count, all);
    if (status == INCOMPLETE)
        return fail(L"Treaty Viewer is not installed completely.", folder);
    return status;
}

#ifdef CONSOLE
int wmain(int argc, wchar_t **argv)
{
    return start(argc, argv);
}
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, PWSTR line, int show)
{
    int argc = 0;
    wchar_t **argv = CommandLineToArgvW(GetCommandLineW(), &argc);
    (void)self, (void)before, (void)line, (void)show;
    if (argv == NULL || argc < 1)
        return fail(L"The command line cannot be read.", L"");
    return start(argc, argv);
}
#endif
