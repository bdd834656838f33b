namespace TorchLite;

/// <summary>The number of garbage collections that TorchLite requested: see <see cref="Torch.Memory.Collections"/>.</summary>
/// <param name="Gen0">Of the youngest objects only.</param>
/// <param name="Gen1">Up to generation 1.</param>
/// <param name="Gen2">Full collections.</param>
/// <example><code>
/// var before = Torch.Memory.Collections;
/// Torch.Memory.Collect();
/// var now = Torch.Memory.Collections;
/// now.Gen2 > before.Gen2                                // True
/// now.Gen0 >= before.Gen0 &amp;&amp; now.Gen1 >= before.Gen1    // True
/// </code></example>
public readonly record struct MemoryCollections(long Gen0, long Gen1, long Gen2);
