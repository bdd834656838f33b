namespace TorchLite;

/// <summary>How often TorchLite asked for a garbage collection: see <see cref="Torch.Memory.Collections"/>.</summary>
/// <param name="Gen0">Of the youngest objects only.</param>
/// <param name="Gen1">Up to generation 1.</param>
/// <param name="Gen2">Full collections.</param>
/// <example><code>
/// new MemoryCollections(12, 3, 1)   // MemoryCollections { Gen0 = 12, Gen1 = 3, Gen2 = 1 }
/// </code></example>
public readonly record struct MemoryCollections(long Gen0, long Gen1, long Gen2);
