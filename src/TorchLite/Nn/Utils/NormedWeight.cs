namespace TorchLite.Nn.Utils;

/// <summary>A weight that the older functions normalize in each call: PyTorch's hooks <c>WeightNorm</c> and <c>SpectralNorm</c>.</summary>
/// <param name="name">The parameter's name.</param>
internal abstract class NormedWeight(string name)
{
    /// <summary>The parameter's name.</summary>
    protected string Name => name;

    /// <summary>What the names of the tensors end with of which the weight is computed.</summary>
    protected abstract string[] Ends { get; }

    /// <summary>The parameter that is to be normalized.</summary>
    internal static Parameter Target<T>(Module module, string name, string function, string what)
        where T : NormedWeight
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(name);
        if (Find<T>(module, name) is not null)
        {
            throw new TorchException($"Cannot register two {function} hooks on the same parameter {name}");
        }

        return module.TensorNamed(name) switch
        {
            IUninitialized { IsUninitialized: true } => throw new TorchValueException(
                $"The module passed to `{what}` can't have uninitialized parameters. Make sure to run the dummy forward before applying "
                + $"{what[..^4].ToLowerInvariant()} normalization"),
            Parameter weight and not ComputedParameter => weight,
            _ => throw new KeyNotFoundException($"'{module.ClassName}' object has no attribute '{name}'"),
        };
    }

    /// <summary>Makes a normalized weight a plain parameter with its value.</summary>
    internal static void Remove<T>(Module module, string name, string function)
        where T : NormedWeight
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(name);
        var norm = Find<T>(module, name) ?? throw new TorchValueException($"{function} of '{name}' not found in {module}");
        using var _ = Torch.NoGrad();
        module.Settle(name, new Parameter(norm.Of(module, iterates: false)));
        foreach (var end in norm.Ends)
        {
            module.Unregister(name + end);
        }
    }

    /// <summary>The weight with the dimension of its outputs first.</summary>
    internal static Tensor OutputsFirst(Tensor weight, long dim) =>
        dim == 0 ? weight : weight.Permute([dim, .. OtherDims(dim, weight.Dim())]);

    /// <summary>The weight.</summary>
    /// <param name="module">The module with the tensors of which it is computed.</param>
    /// <param name="iterates">Whether what is improved from call to call is improved.</param>
    protected abstract Tensor Of(Module module, bool iterates);

    private static T? Find<T>(Module module, string name)
        where T : NormedWeight => module.Computed.TryGetValue(name, out var known) ? known.Kind as T : null;
}
