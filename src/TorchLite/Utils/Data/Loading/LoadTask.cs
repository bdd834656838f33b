namespace TorchLite.Utils.Data;

/// <summary>What a worker is asked for.</summary>
/// <param name="Epoch">The walk that it is for.</param>
/// <param name="Number">The number of the batch in it.</param>
/// <param name="Indices">The items of the batch; null: a walk begins.</param>
internal readonly record struct LoadTask(int Epoch, int Number, IReadOnlyList<int>? Indices);
