namespace TorchLite.Native;

/// <summary>The machine code (x64, System V) of a guarded call.</summary>
internal static class GuardCode
{
    // Words of the stack that are passed on, past the registers: more than any function takes (a test counts them), and even, for movups.
    internal const int StackWords = 16;

    private const byte CallRax = 0xD0;

    /// <summary>
    /// Makes an empty std::string of libstdc++'s in the place that is given: where the letters are, how many, and room for fifteen.
    /// </summary>
    internal static ReadOnlySpan<byte> EmptyText =>
    [
        0x48, 0x8D, 0x47, 0x10, //                              lea rax, [rdi + 16]
        0x48, 0x89, 0x07, //                                    mov [rdi], rax
        0x48, 0xC7, 0x47, 0x08, 0, 0, 0, 0, //                  mov qword [rdi + 8], 0
        0xC6, 0x47, 0x10, 0, //                                 mov byte [rdi + 16], 0
        0x48, 0x89, 0xF8, //                                    mov rax, rdi
        0xC3, //                                                ret
    ];

    /// <summary>Gives 0.</summary>
    internal static ReadOnlySpan<byte> DoNothing => [0x31, 0xC0, 0xC3]; // xor eax, eax; ret

    /// <summary>A std::function's manager whose state is two words: copies them where it is asked to (2), and gives 0.</summary>
    internal static ReadOnlySpan<byte> CopyState =>
    [
        0x83, 0xFA, 0x02, //                                    cmp edx, 2
        0x75, 6, //                                             jne end
        0x0F, 0x10, 0x06, //                                    movups xmm0, [rsi]
        0x0F, 0x11, 0x07, //                                    movups [rdi], xmm0
        0x31, 0xC0, //                                     end: xor eax, eax
        0xC3, //                                                ret
    ];

    /// <summary>A std::function's body whose state is an object and a method without arguments: goes there, so that it may throw.</summary>
    internal static ReadOnlySpan<byte> CallState =>
    [
        0x48, 0x8B, 0x47, 0x08, //                              mov rax, [rdi + 8]
        0x48, 0x8B, 0x3F, //                                    mov rdi, [rdi]
        0xFF, 0xE0, //                                          jmp rax
    ];

    /// <summary>A function's entry: says which function it is, and goes to the body.</summary>
    internal static byte[] Entry(int toTable, int toBody) =>
    [
        0x4C, 0x8B, 0x1D, .. BitConverter.GetBytes(toTable - 7), //  mov r11, [rip + …]
        0xE9, .. BitConverter.GetBytes(toBody - 12), //              jmp body
    ];

    /// <summary>
    /// Calls the function in r11 with the registers as they are and a copy of the stack's arguments. Behind that lies the place to which the
    /// unwinder brings an exception: it keeps what() as LibTorchSharp's last error, and gives 0.
    /// </summary>
    internal static byte[] Body(GuardFunctions native, nint errorSlot, nint unknown, out int landing)
    {
        var code = new List<byte>();
        void Add(params ReadOnlySpan<byte> bytes) => code.AddRange(bytes);
        void Call(nint function) => Add([0x48, 0xB8, .. BitConverter.GetBytes(function), 0xFF, CallRax]); // mov rax, …; call rax

        Add(0x55); //                                                           push rbp
        Add(0x48, 0x89, 0xE5); //                                               mov rbp, rsp
        Add(0x53); //                                                           push rbx
        Add([0x48, 0x81, 0xEC, .. BitConverter.GetBytes((8 * StackWords) + 8)]); // sub rsp, …: a multiple of 16 again
        for (var i = 0; i < 8 * StackWords; i += 16)
        {
            Add([0x44, 0x0F, 0x10, 0x85, .. BitConverter.GetBytes(16 + i)]); // movups xmm8, [rbp + 16 + …]
            Add(0x44, 0x0F, 0x11, 0x44, 0x24, (byte)i); //                      movups [rsp + …], xmm8
        }

        Add(0x41, 0xFF, 0xD3); //                                               call r11
        byte[] leave = [0x48, 0x8D, 0x65, 0xF8, 0x5B, 0x5D, 0xC3]; //           lea rsp, [rbp - 8]; pop rbx; pop rbp; ret
        Add(leave);

        // From the unwinder: rax is the exception, rdx which of the catches it met (1: std::exception).
        landing = code.Count;
        Add(0x48, 0x89, 0xD3); //                                               mov rbx, rdx
        Add(0x48, 0x89, 0xC7); //                                               mov rdi, rax
        Call(native.BeginCatch);
        Add(0x48, 0x89, 0xC7); //                                               mov rdi, rax
        Add(0x83, 0xFB, 0x01); //                                               cmp ebx, 1
        Add(0x75, 8); //                                                        jne other
        Add(0x48, 0x8B, 0x07); //                                               mov rax, [rdi]
        Add(0xFF, 0x50, 16); //                                                 call [rax + 16]: what()
        Add(0xEB, 10); //                                                       jmp keep
        Add([0x48, 0xB8, .. BitConverter.GetBytes(unknown)]); //         other: mov rax, …
        Add(0x48, 0x89, 0xC7); //                                         keep: mov rdi, rax
        Call(native.CopyText);
        Add(0x48, 0x89, 0xC3); //                                               mov rbx, rax
        Add([0x48, 0xBF, .. BitConverter.GetBytes(errorSlot)]); //              mov rdi, …
        Call(native.ThreadAddress);
        Add(0x48, 0x8B, 0x38); //                                               mov rdi, [rax]
        Add(0x48, 0x89, 0x18); //                                               mov [rax], rbx
        Call(native.Free); //                                                   a text that nobody asked for
        Call(native.EndCatch);
        Add(0x31, 0xC0); //                                                     xor eax, eax
        Add(0x31, 0xD2); //                                                     xor edx, edx
        Add(0x0F, 0x57, 0xC0); //                                               xorps xmm0, xmm0
        Add(leave);
        return [.. code];
    }
}
