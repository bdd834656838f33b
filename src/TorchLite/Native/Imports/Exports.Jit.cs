using System.Runtime.InteropServices;

namespace TorchLite.Native;

/// <content>Modules of TorchScript. A module's handle is a C++ std::shared_ptr&lt;torch::jit::Module&gt;*.</content>
internal static unsafe partial class Exports
{
    [LibraryImport(Library, EntryPoint = "THSJIT_load_byte_array")]
    internal static partial nint LoadScript(byte* archive, long size, long deviceType, long deviceIndex);

    [LibraryImport(Library, EntryPoint = "THSJIT_save", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SaveScript(nint module, string path);

    [LibraryImport(Library, EntryPoint = "THSJIT_Module_dispose")]
    internal static partial void DeleteScript(nint module);

    [LibraryImport(Library, EntryPoint = "THSJIT_Module_named_modules")]
    internal static partial void NamedModules(nint module, nint room, nint roomForNames);

    [LibraryImport(Library, EntryPoint = "THSJIT_Module_named_parameters")]
    internal static partial void NamedParameters(nint module, nint room, nint roomForNames);

    [LibraryImport(Library, EntryPoint = "THSJIT_Module_named_buffers")]
    internal static partial void NamedBuffers(nint module, nint room, nint roomForNames);

    [LibraryImport(Library, EntryPoint = "THSJIT_Module_named_attributes")]
    internal static partial void NamedAttributes(nint module, [MarshalAs(UnmanagedType.U1)] bool recurse, nint room, nint roomForNames);

    [LibraryImport(Library, EntryPoint = "THSJIT_Module_set_attribute", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetAttribute(nint module, string name, nint tensor);

    [LibraryImport(Library, EntryPoint = "THSJIT_Module_train")]
    internal static partial void Train(nint module, [MarshalAs(UnmanagedType.U1)] bool mode);

    [LibraryImport(Library, EntryPoint = "THSJIT_Module_is_training")]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool IsTraining(nint module);

    [LibraryImport(Library, EntryPoint = "THSJIT_Module_invoke", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void InvokeMethod(
        nint module, string method, Script.Value* arguments, int count,
        delegate* unmanaged[Cdecl]<int, nuint, nint> allocate, sbyte* kind, int index);
}
