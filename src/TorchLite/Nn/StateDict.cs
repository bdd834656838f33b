using TorchLite.Serialization;

namespace TorchLite.Nn;

/// <summary>
/// The parameters and persistent buffers of a module by their paths, in PyTorch's order: what PyTorch's <c>state_dict()</c> returns.
/// </summary>
/// <remarks>
/// The tensors share the memory of the module's. <see cref="Torch.Save(object, string, IProgress{long})"/> writes it as Python's <c>torch.save</c> does, and
/// <see cref="Torch.LoadStateDict(string, string, Device?, bool, IProgress{long}, Action{string})"/> reads it.
/// </remarks>
/// <example><code>
/// var state = new Linear(2, 1).StateDict();
/// string.Join(" ", state.Keys)       // weight bias
/// state["weight"].Shape              // torch.Size([1, 2])
/// state.Metadata[""]["version"]      // 1
/// state.ExtraState.Count             // 0
/// </code></example>
public sealed class StateDict : OrderedDictionary<string, Tensor>
{
    // How many tensors there were when the extra state was added: a file has it in that place.
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>An empty state dict.</summary>
    public StateDict()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>A state dict of what <see cref="Torch.Load(string, Device?, bool, IProgress{long}, Action{string})"/> gave.</summary>
    /// <param name="loaded">Tensors by name; other values count as extra state.</param>
    /// <exception cref="TorchTypeException">A key is no string.</exception>
    public StateDict(IEnumerable<KeyValuePair<object, object?>> loaded)
        : this()
    {
        ArgumentNullException.ThrowIfNull(loaded);
        foreach (var (key, value) in loaded)
        {
            var name = key as string ?? throw new TorchTypeException($"the dict has the key {key}, which is no string");
            if (value is Tensor tensor)
            {
                this[name] = tensor;
            }
            else
            {
                SetExtraState(name, value);
            }
        }

        foreach (var (key, value) in PickledAttributes.Of(loaded, "_metadata") ?? [])
        {
            if (key is string path && value is IEnumerable<KeyValuePair<object, object?>> facts)
            {
                Metadata[path] = new(facts.Select(static fact => KeyValuePair.Create($"{fact.Key}", fact.Value)), StringComparer.Ordinal);
            }
        }
    }

    /// <summary>What is known of each module by its path, such as its <c>"version"</c>: PyTorch's <c>_metadata</c>.</summary>
    public OrderedDictionary<string, OrderedDictionary<string, object?>> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>The extra states that modules gave, by their paths, which end with <c>_extra_state</c>.</summary>
    public IReadOnlyDictionary<string, object?> ExtraState => Extra;

    private OrderedDictionary<string, object?> Extra { get; } = new(StringComparer.Ordinal);

    /// <summary>All entries in the order in which a file has them.</summary>
    internal IEnumerable<KeyValuePair<object?, object?>> Entries()
    {
        var extra = Extra.GetEnumerator();
        var isMore = extra.MoveNext();
        var count = 0;
        foreach (var (name, tensor) in this)
        {
            for (; isMore && places[extra.Current.Key] <= count; isMore = extra.MoveNext())
            {
                yield return new(extra.Current.Key, extra.Current.Value);
            }

            count++;
            yield return new(name, tensor);
        }

        for (; isMore; isMore = extra.MoveNext())
        {
            yield return new(extra.Current.Key, extra.Current.Value);
        }
    }

    /// <summary>Takes a beginning away from all names that have it; their order stays.</summary>
    internal void RemovePrefix(string prefix)
    {
        string Without(string name) => name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;

        var placesBefore = places.ToArray();
        places.Clear();
        foreach (var (name, place) in placesBefore)
        {
            places[Without(name)] = place;
        }

        Rename(this, Without);
        Rename(Extra, Without);

        // The module of which the names begin with it has no path now.
        Rename(Metadata, path => path == prefix.TrimEnd('.') ? "" : Without(path));

        static void Rename<T>(OrderedDictionary<string, T> all, Func<string, string> name)
        {
            var before = all.ToArray();
            all.Clear();
            foreach (var (key, value) in before)
            {
                all[name(key)] = value;
            }
        }
    }

    /// <summary>Adds what a module gave as its extra state.</summary>
    internal void SetExtraState(string name, object? value)
    {
        places[name] = Count;
        Extra[name] = value;
    }
}
