/* Starts the program: Python itself is in here, its library and the program lie in lib beside it.
 *
 * PyInstaller's own boot loader starts itself twice, unpacks code on the way, and leaves its folder
 * in LD_LIBRARY_PATH, where a browser that a link opens would find our libraries. This one costs
 * less than a python in a virtual environment.
 *
 * Nothing of the user's Python gets in: no PYTHON* variables, no site-packages.
 */
#include <Python.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Of all that Python asks of the C library, this alone would need glibc 2.35, which RHEL 9 does not
 * have; its older form answers the same. The linker sends all calls here (-Wl,--wrap=hypot).
 */
extern double older_hypot(double x, double y);
__asm__(".symver older_hypot, hypot@GLIBC_2.2.5");
double __wrap_hypot(double x, double y);
double __wrap_hypot(double x, double y)
{
    return older_hypot(x, y);
}

static PyConfig config;

static void check(PyStatus status)
{
    if (PyStatus_Exception(status))
        Py_ExitStatusException(status);
}

static void set(wchar_t **field, const char *text)
{
    check(PyConfig_SetBytesString(&config, field, text));
}

static void add_path(const char *folder, const char *name)
{
    char path[PATH_MAX + 32];
    wchar_t *wide;

    snprintf(path, sizeof path, "%s%s", folder, name);
    wide = Py_DecodeLocale(path, NULL);
    if (wide == NULL)
        check(PyStatus_NoMemory());
    check(PyWideStringList_Append(&config.module_search_paths, wide));
    PyMem_RawFree(wide);
}

/* An upgrade puts another zip in the place of this one, where what Python has noted of its contents
 * is wrong. Whoever reads in the window meanwhile goes on with the zip of the start.
 */
static void add_held(const char *folder, const char *name)
{
    char path[PATH_MAX + 32];
    int file;

    snprintf(path, sizeof path, "%s%s", folder, name);
    file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        add_path(folder, name);
        return;
    }
    snprintf(path, sizeof path, "/%d", file);
    add_path("/proc/self/fd", path);
}

static void configure(int argc, char **argv)
{
    char program[PATH_MAX];
    char lib[PATH_MAX + 8];
    PyPreConfig before;
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);

    if (length <= 0) {
        fputs("treatyviewer: /proc/self/exe cannot be read: is /proc mounted?\n", stderr);
        exit(70);
    }
    program[length] = '\0';
    snprintf(lib, sizeof lib, "%s", program);
    strcpy(strrchr(lib, '/'), "/lib");

    PyPreConfig_InitPythonConfig(&before); /* with the user's locale */
    before.isolated = 1;
    before.use_environment = 0;
    before.parse_argv = 0;
    check(Py_PreInitialize(&before));

    PyConfig_InitPythonConfig(&config);
    config.isolated = 1;
    config.use_environment = 0;
    config.user_site_directory = 0;
    config.site_import = 0;
    config.safe_path = 1;
    config.write_bytecode = 0;
    config.parse_argv = 0; /* they are the program's */
    config.pathconfig_warnings = 0;
    check(PyConfig_SetBytesArgv(&config, argc, argv));
    set(&config.executable, program);
    set(&config.home, lib);
    set(&config.prefix, lib);
    set(&config.exec_prefix, lib);
    set(&config.base_prefix, lib);
    set(&config.base_exec_prefix, lib);
    set(&config.stdlib_dir, lib);
    config.module_search_paths_set = 1;
    add_path(lib, "");
    add_held(lib, "/rest.zip");
    check(Py_InitializeFromConfig(&config));
    PyConfig_Clear(&config);
}

int main(int argc, char **argv)
{
    PyObject *module, *result;
    long status = 1;

    configure(argc, argv);
    module = PyImport_ImportModule("treatyviewer.__main__");
    result = module == NULL ? NULL : PyObject_CallMethod(module, "main", NULL);
    if (result == NULL)
        PyErr_Print(); /* and leaves, where it was SystemExit */
    else
        status = PyLong_AsLong(result);
    if (Py_FinalizeEx() < 0)
        status = 120; /* what was written last could not be, as Python tells it */
    return (int)status;
}
