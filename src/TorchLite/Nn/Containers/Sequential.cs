using System.Collections;
using System.Runtime.CompilerServices;

namespace TorchLite.Nn;

/// <summary>Modules that are called one after the other, each with what the one before gave: PyTorch's <c>torch.nn.Sequential</c>.</summary>
/// <example><code>
/// Sequential net = [new Linear(2, 3), new ReLU(), new Linear(3, 1)];
/// net
/// // Sequential(
/// //   (0): Linear(in_features=2, out_features=3, bias=True)
/// //   (1): ReLU()
/// //   (2): Linear(in_features=3, out_features=1, bias=True)
/// // )
/// net.Call(Torch.Ones(4, 2)).Shape   // torch.Size([4, 1])
/// net.Append(new Sigmoid()).Count    // 4
/// net.Insert(0, new Identity());
/// net.Pop(0)                         // Identity()
/// net[^1]                            // Sigmoid()
/// net[1..].Count                     // 3
/// net.Extend([new Tanh()]).Count     // 5
/// new Sequential(("fc", new Linear(2, 1)))["fc"]   // Linear(in_features=2, out_features=1, bias=True)
/// </code></example>
[CollectionBuilder(typeof(Sequential), nameof(Create))]
public partial class Sequential : Module<Tensor, Tensor>, IReadOnlyList<Module<Tensor, Tensor>>
{
    /// <summary>No module yet.</summary>
    public Sequential()
    {
    }

    /// <summary>Modules in a row, named by their numbers.</summary>
    /// <param name="modules">The modules.</param>
    [ForFSharp]
    public Sequential(params ReadOnlySpan<Module<Tensor, Tensor>> modules)
    {
        foreach (var module in modules)
        {
            Append(module);
        }
    }

    /// <summary>Modules in a row, named.</summary>
    /// <param name="modules">The names and modules.</param>
    /// <exception cref="ArgumentException">A name is empty or has a point.</exception>
    public Sequential(params ReadOnlySpan<(string Name, Module<Tensor, Tensor> Module)> modules)
    {
        foreach (var (name, module) in modules)
        {
            RegisterModule(name, NotNull(module));
        }
    }

    /// <summary>The number of modules.</summary>
    public int Count => NamedItems.Count;

    private protected override bool ItemsFirst => true;

    /// <summary>The module at a place; from the end where the index is negative.</summary>
    /// <param name="index">The place.</param>
    /// <exception cref="TorchIndexException">There is none.</exception>
    public Module<Tensor, Tensor> this[int index]
    {
        get => (Module<Tensor, Tensor>)NamedItems.GetAt(ItemList.Place(NamedItems, index)).Value!;
        set => ItemList.Set(NamedItems, index, value);
    }

    /// <summary>The module of a name.</summary>
    /// <param name="name">The name; a number where none was given.</param>
    /// <exception cref="KeyNotFoundException">There is none to get.</exception>
    public Module<Tensor, Tensor> this[string name]
    {
        get => (Module<Tensor, Tensor>)NamedItems[name]!;
        set => RegisterModule(name, NotNull(value));
    }

    /// <summary>Some of the modules in a row of their own, under their names: PyTorch's <c>seq[1:3]</c>.</summary>
    /// <param name="range">Which ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range goes beyond the modules.</exception>
    public Sequential this[Range range]
    {
        get
        {
            var (start, length) = range.GetOffsetAndLength(Count);
            var part = new Sequential();
            foreach (var (name, module) in NamedItems.Skip(start).Take(length))
            {
                part.RegisterModule(name, (Module?)module);
            }

            return part;
        }
    }

    /// <summary>What a collection expression calls.</summary>
    /// <param name="modules">The modules.</param>
    /// <returns>The modules in a row.</returns>
    public static Sequential Create(ReadOnlySpan<Module<Tensor, Tensor>> modules) => new(modules);

    /// <summary>Adds a module at the end: PyTorch's <c>append</c>.</summary>
    /// <param name="module">The module.</param>
    /// <returns>This module.</returns>
    public Sequential Append(Module<Tensor, Tensor> module)
    {
        ItemList.Append(NamedItems, module);
        return this;
    }

    /// <summary>Adds modules at the end: PyTorch's <c>extend</c>.</summary>
    /// <param name="sequential">The modules.</param>
    /// <returns>This module.</returns>
    public Sequential Extend(IEnumerable<Module<Tensor, Tensor>> sequential)
    {
        ArgumentNullException.ThrowIfNull(sequential);
        foreach (var module in sequential.ToArray())
        {
            Append(module);
        }

        return this;
    }

    /// <summary>Puts a module at a place, and moves those from there on: PyTorch's <c>insert</c>.</summary>
    /// <param name="index">The place; from the end where it is negative.</param>
    /// <param name="module">The module.</param>
    /// <returns>This module.</returns>
    /// <exception cref="TorchIndexException">The place is beyond the end.</exception>
    public Sequential Insert(int index, Module<Tensor, Tensor> module)
    {
        ItemList.Insert(NamedItems, index, module);
        return this;
    }

    /// <summary>Takes a module out; the others are named by their numbers then: PyTorch's <c>pop</c>.</summary>
    /// <param name="key">The place; from the end where it is negative.</param>
    /// <returns>The module.</returns>
    /// <exception cref="TorchIndexException">There is none.</exception>
    public Module<Tensor, Tensor> Pop(int key) => (Module<Tensor, Tensor>)ItemList.Remove(NamedItems, key);

    /// <summary>The modules one after the other.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<Module<Tensor, Tensor>> GetEnumerator() => NamedItems.Values.Cast<Module<Tensor, Tensor>>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input)
    {
        var items = NamedItems;
        for (var i = 0; i < items.Count; i++)
        {
            input = ((Module<Tensor, Tensor>)items.GetAt(i).Value!).Call(input);
        }

        return input;
    }

    private static Module<Tensor, Tensor> NotNull(Module<Tensor, Tensor>? module) => module ?? throw new ArgumentNullException(nameof(module));
}
