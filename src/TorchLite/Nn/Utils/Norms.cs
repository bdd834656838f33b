namespace TorchLite.Nn.Utils;

/// <summary>What the two older normalizations of weights have in common.</summary>
internal static class Norms
{
    /// <summary>The parameter that is to be normalized.</summary>
    internal static Parameter Weight(Module module, string name, string function, string className, string what)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(name);
        if (module.Computed.TryGetValue(name, out var known) && known.Kind as string == function)
        {
            throw new TorchException($"Cannot register two {function} hooks on the same parameter {name}");
        }

        return module.TensorNamed(name) switch
        {
            IUninitialized { IsUninitialized: true } => throw new TorchValueException(
                $"The module passed to `{className}` can't have uninitialized parameters. Make sure to run the dummy forward before applying "
                + what),
            Parameter weight and not ComputedParameter => weight,
            _ => throw new KeyNotFoundException($"{module.ClassName} has no parameter `{name}`"),
        };
    }

    /// <summary>Makes a normalized weight a plain parameter with its value.</summary>
    internal static void Remove(Module module, string name, string function, string[] parts)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(name);
        if (!module.Computed.TryGetValue(name, out var value) || value.Kind as string != function)
        {
            throw new TorchValueException($"{function} of '{name}' not found in {module}");
        }

        using var _ = Torch.NoGrad();
        module.Settle(name, new Parameter(value.Detach().Clone()));
        foreach (var part in parts)
        {
            module.Unregister(part);
        }
    }
}
