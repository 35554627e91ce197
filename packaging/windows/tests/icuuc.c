/* For tests under Wine only, never shipped: Windows 10 has ICU as icuuc.dll, Wine 8 has not. Qt
 * takes from it the encodings that are not Unicode, which the program never asks for; each function
 * answers that there is none. */
#include <stddef.h>

#define EXPORT __declspec(dllexport)
#define NOT_FOUND 4 /* U_FILE_ACCESS_ERROR */

EXPORT void *ucnv_open(const char *name, int *error) { (void)name; *error = NOT_FOUND; return NULL; }
EXPORT void ucnv_close(void *c) { (void)c; }
EXPORT void ucnv_reset(void *c) { (void)c; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT const char *ucnv_getAvailableName(int n) { (void)n; return NULL; }
EXPORT const char *ucnv_getStandardName(const char *n, const char *s, int *e) { (void)n; (void)s; *e = NOT_FOUND; return NULL; }
EXPORT const char *ucnv_getName(const void *c, int *e) { (void)c; *e = NOT_FOUND; return NULL; }
EXPORT signed char ucnv_getMaxCharSize(const void *c) { (void)c; return 1; }
EXPORT int ucnv_fromUCountPending(const void *c, int *e) { (void)c; *e = NOT_FOUND; return 0; }
EXPORT int ucnv_toUCountPending(const void *c, int *e) { (void)c; *e = NOT_FOUND; return 0; }
#define NOTHING(name) EXPORT void name(void) {}
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_cbToUWriteUChars)
NOTHING(ucnv_fromUnicode)
NOTHING(ucnv_toUnicode)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_setToUCallBack)
