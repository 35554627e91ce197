/* For tests under Wine only, never shipped: Wine 8 ends a program that calls WcsCreateIccProfile.
 * Qt's platform plug-in asks for the screen's colour profile; here there is none. */
#include <windows.h>

#define EXPORT __declspec(dllexport)

EXPORT HANDLE WINAPI OpenColorProfileW(void *p, DWORD a, DWORD s, DWORD c)
{
    (void)p, (void)a, (void)s, (void)c;
    return NULL;
}
EXPORT BOOL WINAPI CloseColorProfile(HANDLE h) { (void)h; return FALSE; }
EXPORT BOOL WINAPI GetColorProfileFromHandle(HANDLE h, BYTE *b, DWORD *n)
{
    (void)h, (void)b, (void)n;
    return FALSE;
}
EXPORT HANDLE WINAPI WcsCreateIccProfile(HANDLE h, DWORD o) { (void)h, (void)o; return NULL; }
