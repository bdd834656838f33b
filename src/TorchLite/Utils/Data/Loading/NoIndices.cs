using System.Collections;

namespace TorchLite.Utils.Data;

/// <summary>How many items of a stream a batch has, which have no numbers.</summary>
internal sealed class NoIndices(int count) : IReadOnlyList<int>
{
    public int Count => count;

    public int this[int index] => 0;

    public IEnumerator<int> GetEnumerator() => Enumerable.Repeat(0, count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>As many of them as one asks for.</summary>
    internal IEnumerable<IReadOnlyList<int>> Endless()
    {
        while (true)
        {
            yield return this;
        }
    }
}
