namespace TorchLite.Export;

/// <summary>An argument of a node.</summary>
/// <param name="Name">The parameter's name; empty where what is called has none.</param>
/// <param name="Value">
/// A <see cref="ValueName"/>, or the value itself: null, long, double, bool, string, DType, Device, MemoryFormat,
/// <see cref="ExportGraph"/>, or an array of these.
/// </param>
/// <param name="IsKeyword">Whether Python gave it by its name; null where the file does not say.</param>
internal sealed record GraphInput(string Name, object? Value, bool? IsKeyword);
