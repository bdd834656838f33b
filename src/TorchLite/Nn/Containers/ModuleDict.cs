using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchLite.Nn;

/// <summary>Modules by names, which are registered by standing in it: PyTorch's <c>torch.nn.ModuleDict</c>.</summary>
/// <typeparam name="T">The class of the modules.</typeparam>
/// <example><code>
/// var heads = new ModuleDict&lt;Linear&gt; { ["a"] = new Linear(2, 1), ["b"] = new Linear(2, 3) };
/// heads
/// // ModuleDict(
/// //   (a): Linear(in_features=2, out_features=1, bias=True)
/// //   (b): Linear(in_features=2, out_features=3, bias=True)
/// // )
/// heads["b"].OutFeatures      // 3
/// heads.Pop("a").OutFeatures  // 1
/// heads.Update([KeyValuePair.Create("c", new Linear(1, 1))]);
/// string.Join(" ", heads.Keys)   // b c
/// heads.Clear();
/// heads.Count                 // 0
/// </code></example>
public class ModuleDict<T> : Module, IReadOnlyDictionary<string, T>
    where T : Module
{
    /// <summary>Modules by names.</summary>
    /// <param name="modules">The names and modules; null: none.</param>
    public ModuleDict(IEnumerable<KeyValuePair<string, T>>? modules = null) => Update(modules ?? []);

    /// <inheritdoc/>
    public int Count => NamedItems.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => NamedItems.Keys;

    /// <inheritdoc/>
    public IEnumerable<T> Values => NamedItems.Values.Cast<T>();

    private protected override bool ItemsFirst => true;

    /// <summary>The module of a name.</summary>
    /// <param name="key">The name.</param>
    /// <exception cref="KeyNotFoundException">There is none to get.</exception>
    /// <exception cref="ArgumentException">The name to set is empty or has a point.</exception>
    public T this[string key]
    {
        get => (T)NamedItems[key]!;
        set => RegisterModule(key, value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>Adds or replaces modules: PyTorch's <c>update</c>.</summary>
    /// <param name="modules">The names and modules.</param>
    public void Update(IEnumerable<KeyValuePair<string, T>> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var (key, module) in modules)
        {
            this[key] = module;
        }
    }

    /// <summary>Takes a module out: PyTorch's <c>pop</c>.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The module.</returns>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T Pop(string key)
    {
        var module = this[key];
        NamedItems.Remove(key);
        return module;
    }

    /// <summary>Takes all modules out: PyTorch's <c>clear</c>.</summary>
    public void Clear() => NamedItems.Clear();

    /// <inheritdoc/>
    public bool ContainsKey(string key) => NamedItems.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var isThere = NamedItems.TryGetValue(key, out var module);
        value = (T?)module;
        return isThere;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() =>
        NamedItems.Select(static item => KeyValuePair.Create(item.Key, (T)item.Value!)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
