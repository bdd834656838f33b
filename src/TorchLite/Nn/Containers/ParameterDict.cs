using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchLite.Nn;

/// <summary>Parameters by names, which are registered by standing in it: PyTorch's <c>torch.nn.ParameterDict</c>.</summary>
/// <example><code>
/// var scales = new ParameterDict { ["left"] = new Parameter(Torch.Ones(2)) };
/// scales
/// // ParameterDict(  (left): Parameter containing: [torch.FloatTensor of size 2])
/// scales["left"].Shape                          // torch.Size([2])
/// scales.Update([KeyValuePair.Create("right", Torch.Zeros(3))]);
/// scales.Copy().Count                           // 2
/// scales.Pop("left").Shape                      // torch.Size([2])
/// scales.Setdefault("up", Torch.Ones(1)).Shape  // torch.Size([1])
/// scales.Popitem().Key                          // up
/// scales.Clear();
/// scales.Count                                  // 0
/// </code></example>
public class ParameterDict : Module, IReadOnlyDictionary<string, Parameter>
{
    /// <summary>Parameters by names.</summary>
    /// <param name="parameters">The names and parameters, or tensors to make some of; null: none.</param>
    public ParameterDict(IEnumerable<KeyValuePair<string, Tensor>>? parameters = null) => Update(parameters ?? []);

    /// <inheritdoc/>
    public int Count => NamedItems.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => NamedItems.Keys;

    /// <inheritdoc/>
    public IEnumerable<Parameter> Values => NamedItems.Values.Cast<Parameter>();

    private protected override bool ItemsFirst => true;

    /// <summary>The parameter of a name.</summary>
    /// <param name="key">The name.</param>
    /// <exception cref="KeyNotFoundException">There is none to get.</exception>
    /// <exception cref="ArgumentException">The name to set is empty or has a point.</exception>
    public Parameter this[string key]
    {
        get => (Parameter)NamedItems[key]!;
        set => RegisterParameter(key, value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>Adds or replaces parameters: PyTorch's <c>update</c>.</summary>
    /// <remarks>A dictionary without an order of its own is taken in the order of its names, as in PyTorch.</remarks>
    /// <param name="parameters">The names and parameters, or tensors to make some of.</param>
    public void Update(IEnumerable<KeyValuePair<string, Tensor>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var ordered = parameters is Dictionary<string, Tensor> ? parameters.OrderBy(static one => one.Key, StringComparer.Ordinal) : parameters;
        foreach (var (key, value) in ordered)
        {
            this[key] = value as Parameter ?? new Parameter(value);
        }
    }

    /// <summary>The parameter of a name, which is added where there is none: PyTorch's <c>setdefault</c>.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The parameter to add, or a tensor to make one of.</param>
    /// <returns>The parameter of that name.</returns>
    public Parameter Setdefault(string key, Tensor value)
    {
        if (!ContainsKey(key))
        {
            Update([KeyValuePair.Create(key, value)]);
        }

        return this[key];
    }

    /// <summary>Takes a parameter out: PyTorch's <c>pop</c>.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The parameter.</returns>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Parameter Pop(string key)
    {
        var parameter = this[key];
        NamedItems.Remove(key);
        return parameter;
    }

    /// <summary>Takes the parameter out that was added last: PyTorch's <c>popitem</c>.</summary>
    /// <returns>Its name, and the parameter.</returns>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public KeyValuePair<string, Parameter> Popitem()
    {
        var key = NamedItems.Count > 0 ? NamedItems.GetAt(NamedItems.Count - 1).Key
            : throw new KeyNotFoundException("popitem(): dictionary is empty");
        return KeyValuePair.Create(key, Pop(key));
    }

    /// <summary>Takes all parameters out: PyTorch's <c>clear</c>.</summary>
    public void Clear() => NamedItems.Clear();

    /// <summary>A dictionary of its own with the same parameters: PyTorch's <c>copy</c>.</summary>
    /// <returns>The dictionary.</returns>
    public ParameterDict Copy() => new(this.Select(static one => KeyValuePair.Create(one.Key, (Tensor)one.Value)));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => NamedItems.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value)
    {
        var isThere = NamedItems.TryGetValue(key, out var parameter);
        value = (Parameter?)parameter;
        return isThere;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Parameter>> GetEnumerator() =>
        NamedItems.Select(static item => KeyValuePair.Create(item.Key, (Parameter)item.Value!)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        string.Join('\n', this.Select(static one => ParameterText.Of(one.Key, one.Value, $"torch.{(one.Value.IsCuda ? "cuda." : "")}{one.Value.DType.NativeName}Tensor")));
}
