using System.Globalization;
using System.Runtime.CompilerServices;
using TorchLite.Nn;
using TorchLite.Printing;

namespace TorchLite.Optim;

/// <summary>
/// Parameters that an optimizer trains with options of their own: one of PyTorch's <c>param_groups</c>. An option that is not given is the
/// optimizer's.
/// </summary>
/// <remarks>
/// The options may be read and changed while training. Beside those of the optimizer there may be others, by their names: a scheduler keeps
/// its <c>"initial_lr"</c> there.
/// </remarks>
/// <example><code>
/// var net = new Sequential(new Linear(2, 3), new Linear(3, 1));
/// var sgd = new SGD([new(net[0].Parameters()) { Lr = 0.5 }, new(net[1].Parameters())], lr: 0.1);
/// sgd.ParamGroups[0].Lr             // 0.5
/// sgd.ParamGroups[1].Lr             // 0.1
/// sgd.ParamGroups[1].Params.Count   // 2
/// sgd.ParamGroups[1].ParamNames is null   // True
/// sgd.ParamGroups[1].Options["momentum"]  // 0
/// </code></example>
public class ParamGroup
{
    private readonly OrderedDictionary<string, object?> options = new(StringComparer.Ordinal);

    /// <summary>A group of parameters.</summary>
    /// <param name="parameters">Leaf tensors, in the order in which a state dict counts them.</param>
    /// <exception cref="ArgumentNullException">There is no list, or one of the tensors is null.</exception>
    [OverloadResolutionPriority(1)]
    public ParamGroup(IEnumerable<Tensor> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Params = [.. parameters];
        foreach (var parameter in Params)
        {
            ArgumentNullException.ThrowIfNull(parameter, nameof(parameters));
        }
    }

    /// <summary>A group of parameters with names, which a state dict keeps.</summary>
    /// <param name="named">Parameters with names, as <see cref="Module.NamedParameters"/> gives them.</param>
    /// <exception cref="ArgumentNullException">There is no list, or one of the tensors or names is null.</exception>
    public ParamGroup(IEnumerable<(string Name, Parameter Parameter)> named)
        : this(Parts(ref named).Select(static one => one.Parameter))
    {
        ParamNames = [.. named.Select(static one => one.Name)];
        foreach (var name in ParamNames)
        {
            ArgumentNullException.ThrowIfNull(name, nameof(named));
        }
    }

    /// <summary>The parameters.</summary>
    public IReadOnlyList<Tensor> Params { get; }

    /// <summary>The names of the parameters: PyTorch's <c>param_names</c>; null: they have none.</summary>
    public IReadOnlyList<string>? ParamNames { get; internal set; }

    /// <summary>The learning rate.</summary>
    public double Lr
    {
        get => Get("lr", 1e-3);
        set => this["lr"] = value;
    }

    /// <summary>The learning rate as the number or the tensor that it is.</summary>
    internal Quantity Rate => options.GetValueOrDefault("lr") is Tensor tensor ? new(tensor, 0) : new(null, Lr);

    /// <summary>All options by PyTorch's names, without the parameters.</summary>
    public IReadOnlyDictionary<string, object?> Options => options;

    /// <summary>An option by PyTorch's name, such as <c>"weight_decay"</c>.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">It is read and was not set.</exception>
    public object? this[string name]
    {
        get => options[name];
        set => options[name] = value;
    }

    /// <summary>An option's value, which may come from a file that Python wrote.</summary>
    /// <typeparam name="T">The type of the option.</typeparam>
    /// <param name="name">PyTorch's name of the option.</param>
    /// <param name="whereAbsent">What it is where it was not set.</param>
    /// <returns>The value.</returns>
    /// <exception cref="TorchTypeException">The value is of another type.</exception>
    protected T Get<T>(string name, T whereAbsent)
    {
        if (!options.TryGetValue(name, out var value))
        {
            return whereAbsent;
        }

        if (value is T fitting)
        {
            return fitting;
        }

        object? converted = default(T) switch
        {
            double => Number(value),
            long when value is int number => (long)number,
            ValueTuple<double, double> when Numbers(value) is [{ } first, { } second] => (first, second),
            ValueTuple<double?, double> when Numbers(value) is [var first, { } second] => (first, second),
            ValueTuple<double, double, double> when Numbers(value) is [{ } first, { } second, { } third] => (first, second, third),
            null when value is null => null,
            _ => value,
        };
        return converted is T or null && (converted is not null || default(T) is null) ? (T)converted!
            : throw new TorchTypeException($"the option {name} is {PythonText.Of(value)}, which is no {typeof(T).Name}");
    }

    /// <summary>An option that not every optimizer has.</summary>
    internal T Option<T>(string name, T whereAbsent) => Get(name, whereAbsent);

    internal void SetDefault(string name, object? value) => options.TryAdd(name, value);

    /// <summary>A number as PyTorch keeps its own default, 0, which is an integer.</summary>
    protected static object OrZero(double value) => value == 0 ? (object)0L : value;

    /// <summary>Sets the options that are not given to the optimizer's, and the names of the parameters.</summary>
    internal void Adopt(ParamGroup defaults)
    {
        if (ParamNames is not null)
        {
            options["param_names"] = ParamNames.Cast<object?>().ToList();
        }

        foreach (var (name, value) in defaults.options)
        {
            options.TryAdd(name, value);
        }
    }

    /// <summary>Replaces all options by those of a file.</summary>
    internal void Replace(IEnumerable<KeyValuePair<object, object?>> loaded)
    {
        var before = options.ToArray();
        options.Clear();
        foreach (var (name, value) in loaded)
        {
            if (name is string text && text != "params")
            {
                options[text] = value;
            }
        }

        // What older versions did not write is as if it had not been asked for.
        foreach (var (name, value) in before)
        {
            options.TryAdd(name, value is bool && name != "decoupled_weight_decay" ? name is "foreach" or "fused" ? null : false : value);
        }

        ParamNames = options.TryGetValue("param_names", out var names) && names is IEnumerable<object?> list
            ? [.. list.Select(static name => $"{name}")] : null;
    }

    internal static double? Number(object? value) => value switch
    {
        int or long or float or double => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        Tensor tensor when tensor.Numel() == 1 => (double)tensor,
        _ => null,
    };

    private static double?[] Numbers(object? value) => value switch
    {
        ITuple tuple => Array.ConvertAll(tuple.Items(), Number),
        IEnumerable<object?> items => [.. items.Select(Number)],
        _ => [],
    };

    private static (string Name, Parameter Parameter)[] Parts(ref IEnumerable<(string Name, Parameter Parameter)> named)
    {
        ArgumentNullException.ThrowIfNull(named);
        var parts = named.ToArray();
        named = parts;
        return parts;
    }
}
