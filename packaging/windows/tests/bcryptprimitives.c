/* For tests under Wine only, never shipped: Windows has ProcessPrng here, Wine 8 has not. Rust's
 * library asks it for random numbers. */
#define SystemFunction036 NTAPI SystemFunction036
#include <windows.h>
#include <ntsecapi.h>
#undef SystemFunction036

__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *data, SIZE_T length)
{
    return RtlGenRandom(data, (ULONG)length);
}
