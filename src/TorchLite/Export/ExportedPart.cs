using TorchLite.Nn;

namespace TorchLite.Export;

/// <summary>A module within an exported one, which holds parameters and buffers under the names that they have in Python.</summary>
internal sealed class ExportedPart : Module
{
    /// <inheritdoc/>
    protected internal override string ClassName => "Module";
}
