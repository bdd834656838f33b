using TorchLite.Nn.Utils.Parametrize;

namespace TorchLite.Nn;

/// <content>Members whose values are computed from other parameters.</content>
public abstract partial class Module
{
    private static readonly OrderedDictionary<string, ComputedParameter> Nothing = [];

    // Null where there is none: then a call goes straight to the computation.
    private OrderedDictionary<string, ComputedParameter>? computed;

    /// <summary>What is computed, by the names that it has instead of parameters.</summary>
    internal IReadOnlyDictionary<string, ComputedParameter> Computed => computed ?? (IReadOnlyDictionary<string, ComputedParameter>)Nothing;

    /// <summary>The parametrizations by the names of their tensors; null: none.</summary>
    internal ModuleDict<ParametrizationList>? Parametrizations =>
        named is not null && named.TryGetValue("parametrizations", out var all) ? all as ModuleDict<ParametrizationList> : null;

    /// <summary>The parameter, buffer or computed value of a name; null: none.</summary>
    internal Tensor? TensorNamed(string name) => computed is not null && computed.TryGetValue(name, out var value) ? value
        : Registered().FirstOrDefault(one => one.Name == name).Value as Tensor;

    /// <summary>Puts a value that is computed in the place of a parameter.</summary>
    internal ComputedParameter Compute(string name, object kind, Func<Module, Tensor> compute, bool staysAfterCalls)
    {
        var value = new ComputedParameter(this, kind, compute, staysAfterCalls);
        Register(name, value);
        (computed ??= new(StringComparer.Ordinal))[name] = value;
        return value;
    }

    /// <summary>Puts a parameter back in the place of a value that was computed.</summary>
    internal void Settle(string name, Parameter parameter)
    {
        computed!.Remove(name);
        if (computed.Count == 0)
        {
            computed = null;
        }

        Register(name, parameter);
        MoveToEnd(name);
    }

    /// <summary>Takes something out that was registered by name.</summary>
    internal void Unregister(string name) => named?.Remove(name);
}
