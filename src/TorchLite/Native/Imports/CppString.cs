using System.Runtime.InteropServices;
using System.Text;

namespace TorchLite.Native;

/// <summary>
/// C++'s std::string, as the C++ library of each system lays it out. Short ones lie within the object, longer ones where operator new has
/// put them, which is malloc's memory everywhere.
/// </summary>
/// <remarks>
/// libstdc++: where the letters are, how many, then 16 bytes that are either letters or the capacity. Microsoft's: 16 bytes that are either
/// letters or where they are, how many, the capacity. libc++ on Apple's arm64: 23 bytes of letters and their count; or where they are, how
/// many, the capacity, with the last bit set.
/// </remarks>
internal unsafe struct CppString
{
    private const int InlineLength = 15;

    private nint first;
    private nint second;
    private nint third;
    private nint fourth;

    /// <summary>What a C++ function <c>std::string C::f() const</c> returns.</summary>
    internal static string ReturnedBy(nint function, nint self)
    {
        CppString text = default;
        if (OperatingSystem.IsMacOS())
        {
            // Through a register of its own, as any structure of that size.
            *(Apple*)&text = ((delegate* unmanaged<nint, Apple>)function)(self);
        }
        else if (OperatingSystem.IsWindows())
        {
            ((delegate* unmanaged<nint, CppString*, CppString*>)function)(self, &text);
        }
        else
        {
            ((delegate* unmanaged<CppString*, nint, CppString*>)function)(&text, self);
        }

        CppGuard.Check();
        return Take(&text);
    }

    /// <summary>Makes a string where there is none yet, as a constructor does.</summary>
    internal static void Write(CppString* text, string value)
    {
        *text = default;
        var letters = Encoding.UTF8.GetBytes(value);
        var isOwn = letters.Length <= InlineLength;
        var place = isOwn ? (nint)text : (nint)NativeMemory.Alloc((nuint)letters.Length + 1);
        if (OperatingSystem.IsMacOS())
        {
            (text->first, text->second) = (isOwn ? 0 : place, isOwn ? 0 : letters.Length);
            text->third = isOwn ? (nint)((long)letters.Length << 56) : (nint)(long.MinValue + letters.Length + 1);
        }
        else if (OperatingSystem.IsWindows())
        {
            text->first = isOwn ? 0 : place;
            (text->third, text->fourth) = (letters.Length, Math.Max(letters.Length, InlineLength));
        }
        else
        {
            place = isOwn ? (nint)(&text->third) : place;
            (text->first, text->second) = (place, letters.Length);
            text->third = isOwn ? 0 : letters.Length;
        }

        letters.CopyTo(new Span<byte>((void*)place, letters.Length));
        if (!isOwn)
        {
            ((byte*)place)[letters.Length] = 0;
        }
    }

    /// <summary>Reads and frees it.</summary>
    internal static string Take(CppString* text)
    {
        var (letters, length, isOwn) =
            OperatingSystem.IsMacOS() ? text->third < 0
                ? (text->first, text->second, false)
                : ((nint)text, (nint)((ulong)text->third >> 56), true)
            : OperatingSystem.IsWindows() ? text->fourth > InlineLength ? (text->first, text->third, false) : ((nint)text, text->third, true)
            : (text->first, text->second, text->first == (nint)(&text->third));
        var value = Encoding.UTF8.GetString((byte*)letters, (int)length);
        if (!isOwn)
        {
            NativeMemory.Free((void*)letters);
        }

        return value;
    }

    /// <summary>libc++'s is shorter than the others.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Apple
    {
        private readonly nint first, second, third;
    }
}
