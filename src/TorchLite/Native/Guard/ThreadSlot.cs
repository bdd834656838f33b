namespace TorchLite.Native;

/// <summary>A variable of a library's of which each thread has its own: C's struct tls_index.</summary>
/// <param name="Module">The system loader's number of the library.</param>
/// <param name="Offset">Where the variable is, among those of the library.</param>
internal readonly record struct ThreadSlot(nuint Module, nuint Offset);
