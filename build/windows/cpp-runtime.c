// What Wine 10 lacks of the C++ runtime: a VCRUNTIME140_1.dll beside the tests. For LibTorchSharp 0.107.0 only, whose addresses it has.
#include <windows.h>
#include <string.h>
// Wine's own __CxxFrameHandler4 does not run destructors when the exception is caught by a DLL with another C++ runtime. LibTorchSharp.dll
// (0.107.0) carries Microsoft's, linked in statically; the addresses are those of its functions.
enum { FrameHandler4 = 0xAAAD8, CurrentException = 0xAA200, CurrentContext = 0xAA214 };
typedef int (*handler)(void*, void*, void*, void*);
static volatile handler target;
static void redirect(HMODULE from, const char* name, char* to) {
  unsigned char jump[12] = { 0x48, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xE0 }; // mov rax, to; jmp rax
  memcpy(jump + 2, &to, 8);
  void* at = GetProcAddress(from, name);
  DWORD old;
  VirtualProtect(at, 12, PAGE_EXECUTE_READWRITE, &old);
  memcpy(at, jump, 12);
  VirtualProtect(at, 12, old, &old);
}
// Wine's throws the stored object itself, which is then destroyed twice. Microsoft's throws a copy on the stack, and so does this.
typedef struct { EXCEPTION_RECORD* record; long* references; } pointer;
static void rethrow(const pointer* p) {
  EXCEPTION_RECORD* r = p->record;
  ULONG_PTR arguments[EXCEPTION_MAXIMUM_PARAMETERS];
  memcpy(arguments, r->ExceptionInformation, sizeof arguments);
  if (r->ExceptionCode == 0xE06D7363 && r->NumberParameters == 4 && arguments[2]) {
    char* base = (char*)arguments[3];
    int* info = (int*)arguments[2];            // attributes, destructor, compatibility, types
    int* type = (int*)(base + ((int*)(base + info[3]))[1]); // properties, type, three displacements, size, copy constructor
    void* copy = __builtin_alloca(type[5] + 16);
    if ((type[0] & 1) || !type[6]) memcpy(copy, (void*)arguments[1], type[5]);
    else if (type[0] & 4) ((void (*)(void*, void*, int))(base + type[6]))(copy, (void*)arguments[1], 1);
    else ((void (*)(void*, void*))(base + type[6]))(copy, (void*)arguments[1]);
    arguments[1] = (ULONG_PTR)copy;
  }
  RaiseException(r->ExceptionCode, r->ExceptionFlags & ~0x66u, r->NumberParameters, arguments);
}
__declspec(dllexport) int __CxxFrameHandler4(void* a, void* b, void* c, void* d) {
  if (!target) {
    char* m = (char*)GetModuleHandleW(L"LibTorchSharp.dll");
    if (!m) return 1;
    HMODULE u = GetModuleHandleW(L"ucrtbase.dll");
    redirect(u, "__current_exception", m + CurrentException);
    redirect(u, "__current_exception_context", m + CurrentContext);
    redirect(GetModuleHandleW(L"msvcp140.dll"), "?__ExceptionPtrRethrow@@YAXPEBX@Z", (char*)rethrow);
    target = (handler)(m + FrameHandler4);
  }
  return target(a, b, c, d);
}

// What Wine's C++ runtime does not have, and complex sin, cos, tan, sinh, cosh, tanh and abs call.
#include <math.h>
static double Sinh(double x, double y) { return y * sinh(x); }
static double Cosh(double x, double y) { return y * cosh(x); }
static float FSinh(float x, float y) { return (float)(y * sinh((double)x)); }
static float FCosh(float x, float y) { return (float)(y * cosh((double)x)); }
static float Cabsf(unsigned long long z) { union { unsigned long long bits; float parts[2]; } u = { z }; return (float)hypot(u.parts[0], u.parts[1]); }
static short kind(double x) { return isnan(x) ? 2 : isinf(x) ? 1 : x == 0 ? 0 : -1; }
static short Exp(double* x, double y, short power) { *x = ldexp(y * exp(*x), power); return kind(*x); }
static short FExp(float* x, float y, short power) { *x = (float)ldexp(y * exp((double)*x), power); return kind(*x); }
BOOL WINAPI DllMain(HINSTANCE dll, DWORD reason, LPVOID reserved) {
  if (reason == DLL_PROCESS_ATTACH) {
    HMODULE p = LoadLibraryW(L"msvcp140.dll"), u = LoadLibraryW(L"ucrtbase.dll");
    redirect(p, "_Sinh", (char*)Sinh); redirect(p, "_Cosh", (char*)Cosh); redirect(p, "_FSinh", (char*)FSinh); redirect(p, "_FCosh", (char*)FCosh);
    redirect(p, "_Exp", (char*)Exp); redirect(p, "_FExp", (char*)FExp); redirect(u, "cabsf", (char*)Cabsf);
  }
  return TRUE;
}
