using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TorchLite.Nn;

/// <summary>A list of modules, which are registered by standing in it: PyTorch's <c>torch.nn.ModuleList</c>.</summary>
/// <typeparam name="T">The class of the modules.</typeparam>
/// <example><code>
/// ModuleList&lt;Linear&gt; layers = [new Linear(2, 2), new Linear(2, 2)];
/// layers
/// // ModuleList(
/// //   (0-1): 2 x Linear(in_features=2, out_features=2, bias=True)
/// // )
/// var x = Torch.Ones(1, 2);
/// foreach (var layer in layers)
///     x = layer.Call(x);
/// x.Shape                                              // torch.Size([1, 2])
/// layers.Append(new Linear(2, 5))[^1].OutFeatures      // 5
/// layers.Insert(0, new Linear(7, 2));
/// layers.Pop(0).InFeatures                             // 7
/// layers[1..].Count                                    // 2
/// layers.Extend([new Linear(5, 1)]).Count              // 4
/// </code></example>
[CollectionBuilder(typeof(ModuleList), nameof(ModuleList.Create))]
public class ModuleList<T> : Module, IReadOnlyList<T>
    where T : Module
{
    /// <summary>A list of modules.</summary>
    /// <param name="modules">The modules; null: none.</param>
    public ModuleList(IEnumerable<T>? modules = null) => Extend(modules ?? []);

    /// <summary>The number of modules.</summary>
    public int Count => NamedItems.Count;

    private protected override bool ItemsFirst => true;

    /// <summary>The module at a place; from the end where the index is negative.</summary>
    /// <param name="index">The place.</param>
    /// <exception cref="TorchIndexException">There is none.</exception>
    public T this[int index]
    {
        get => (T)NamedItems.GetAt(ItemList.Place(NamedItems, index)).Value!;
        set => ItemList.Set(NamedItems, index, value);
    }

    /// <summary>Some of the modules in a list of their own: PyTorch's <c>modules[1:3]</c>.</summary>
    /// <param name="range">Which ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range goes beyond the modules.</exception>
    public ModuleList<T> this[Range range] => new(ItemList.Range<T>(NamedItems, range));

    /// <summary>Adds a module at the end: PyTorch's <c>append</c>.</summary>
    /// <param name="module">The module.</param>
    /// <returns>This list.</returns>
    public ModuleList<T> Append(T module)
    {
        ItemList.Append(NamedItems, module);
        return this;
    }

    /// <summary>Adds modules at the end: PyTorch's <c>extend</c>.</summary>
    /// <param name="modules">The modules.</param>
    /// <returns>This list.</returns>
    public ModuleList<T> Extend(IEnumerable<T> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var module in modules.ToArray())
        {
            Append(module);
        }

        return this;
    }

    /// <summary>Puts a module at a place, and moves those from there on: PyTorch's <c>insert</c>.</summary>
    /// <param name="index">The place; from the end where it is negative.</param>
    /// <param name="module">The module.</param>
    /// <exception cref="TorchIndexException">The place is beyond the end.</exception>
    public void Insert(int index, T module) => ItemList.Insert(NamedItems, index, module);

    /// <summary>Takes a module out, and moves those from there on: PyTorch's <c>pop</c>.</summary>
    /// <param name="key">The place; from the end where it is negative.</param>
    /// <returns>The module.</returns>
    /// <exception cref="TorchIndexException">There is none.</exception>
    public T Pop(int key) => (T)ItemList.Remove(NamedItems, key);

    /// <summary>The modules one after the other.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<T> GetEnumerator() => NamedItems.Values.Cast<T>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private protected override IEnumerable<string> ChildLines() => ItemList.Lines(this);
}

/// <summary>What a collection expression of a <see cref="ModuleList{T}"/> calls.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModuleList
{
    /// <summary>A list of modules.</summary>
    /// <typeparam name="T">The class of the modules.</typeparam>
    /// <param name="modules">The modules.</param>
    /// <returns>The list.</returns>
    public static ModuleList<T> Create<T>(ReadOnlySpan<T> modules)
        where T : Module => new(modules.ToArray());
}
