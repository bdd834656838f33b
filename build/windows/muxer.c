// A dotnet.exe, which no package has: starts the hostfxr.dll that lies beside it, of version FXRVER.
#include <windows.h>
#include <wchar.h>
#include <stdio.h>
typedef int (*fxr_main)(int, const wchar_t**, const wchar_t*, const wchar_t*, const wchar_t*);
int wmain(int argc, wchar_t** argv) {
  wchar_t me[4096], root[4096], fxr[4096];
  GetModuleFileNameW(0, me, 4096); wcscpy(root, me); *wcsrchr(root, L'\\') = 0;
  swprintf(fxr, 4096, L"%ls\\host\\fxr\\" FXRVER L"\\hostfxr.dll", root);
  HMODULE m = LoadLibraryW(fxr);
  if (!m) { fprintf(stderr, "no hostfxr\n"); return 90; }
  fxr_main f = (fxr_main)GetProcAddress(m, "hostfxr_main_startupinfo");
  return f(argc, (const wchar_t**)argv, me, root, L"");
}
