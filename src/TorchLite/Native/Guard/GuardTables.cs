namespace TorchLite.Native;

/// <summary>
/// What C++'s unwinder reads of a <see cref="GuardRegion"/>: DWARF's description of the frame (.eh_frame) and the list of what is caught
/// where (.gcc_except_table), byte for byte as a compiler writes them.
/// </summary>
internal static class GuardTables
{
    /// <summary>Everything thrown from the body before the landing place is caught: std::exception as 1, anything else as 2.</summary>
    /// <param name="bodyAt">Where the body begins, from the beginning of the code.</param>
    /// <param name="landingAt">Where an exception lands, from the beginning of the code.</param>
    /// <param name="exceptionType">std::exception's std::type_info.</param>
    internal static byte[] Catches(int bodyAt, int landingAt, nint exceptionType)
    {
        const byte SameAsCode = 0xFF, Absolute = 0x00, FourBytes = 0x03, FirstAction = 1;
        byte[] places =
        [
            .. BitConverter.GetBytes(bodyAt), .. BitConverter.GetBytes(landingAt - bodyAt), .. BitConverter.GetBytes(landingAt), FirstAction,
        ];
        byte[] actions = [1, 1, 2, 0]; // type 1, and the next action follows; type 2, and no other

        // The types stand before the end to which the header points, the first one last. Eight bytes each, so they must be aligned.
        const int Before = 3, Types = 2 * 8;
        var filled = 2 + places.Length + actions.Length;
        var gap = (8 - ((Before + filled) % 8)) % 8;
        return
        [
            SameAsCode, Absolute, (byte)(filled + gap + Types), FourBytes, (byte)places.Length, .. places, .. actions, .. new byte[gap],
            .. BitConverter.GetBytes(0L), .. BitConverter.GetBytes(exceptionType),
        ];
    }

    /// <summary>The frames of the entries, which have none of their own, and of the body, which keeps rbp and rbx.</summary>
    /// <param name="code">Where the code begins.</param>
    /// <param name="bodyAt">Where the body begins, from there.</param>
    /// <param name="bodyBytes">How long the body is.</param>
    /// <param name="catches">Where the list of catches is.</param>
    /// <param name="personality">C++'s personality function.</param>
    internal static byte[] Frames(nint code, int bodyAt, int bodyBytes, nint catches, nint personality)
    {
        // The registers' numbers in DWARF, and the codes of its instructions.
        const byte Rbx = 3, Rbp = 6, Rsp = 7, Return = 16, Advance = 0x40, AdvanceFar = 0x04, Saved = 0x80;
        const byte FrameAt = 0x0C, FrameOffset = 0x0E, FrameRegister = 0x0D, MinusEight = 0x78;
        var common = Record(
        [
            0, 0, 0, 0, 1, .. "zPLR\0"u8, 1, MinusEight, Return,
            11, 0, .. BitConverter.GetBytes(personality), 0, 0, // eleven bytes about: personality; catches and code by address
            FrameAt, Rsp, 8, Saved | Return, 1, // on entry the frame is at rsp + 8, the return address below it
        ]);
        byte[] frame =
        [
            .. BitConverter.GetBytes(common.Length + 4), // back to the common part, from here
            .. BitConverter.GetBytes(code), .. BitConverter.GetBytes((long)(bodyAt + bodyBytes)), 8, .. BitConverter.GetBytes(catches),
            AdvanceFar, .. BitConverter.GetBytes(bodyAt + 1), FrameOffset, 16, Saved | Rbp, 2, // after push rbp
            Advance | 3, FrameRegister, Rbp, // after mov rbp, rsp
            Advance | 1, Saved | Rbx, 3, // after push rbx
        ];
        return [.. common, .. Record(frame), 0, 0, 0, 0];
    }

    // A length before it, and nops (0) behind it, so that the whole is a multiple of eight bytes.
    private static byte[] Record(byte[] content)
    {
        var gap = (8 - ((content.Length + 4) % 8)) % 8;
        return [.. BitConverter.GetBytes(content.Length + gap), .. content, .. new byte[gap]];
    }
}
