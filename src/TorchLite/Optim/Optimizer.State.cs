using System.Collections;
using TorchLite.Serialization;

namespace TorchLite.Optim;

/// <content>What the optimizer remembers, and its state dict.</content>
public abstract partial class Optimizer
{
    private readonly OrderedDictionary<Tensor, OptimizerState> state = new(ReferenceEqualityComparer.Instance);

    // Of parameters that the optimizer does not have, as a file may: kept for the next one.
    private readonly OrderedDictionary<object, object?> stateOfOthers = new(PickleKeys.Comparer);

    /// <summary>What is remembered of each parameter that has been changed: PyTorch's <c>state</c>.</summary>
    public IReadOnlyDictionary<Tensor, OptimizerState> State => state;

    /// <summary>
    /// The state and the options, for <see cref="Torch.Save(object, string, IProgress{long})"/>: PyTorch's <c>state_dict</c>, which Python
    /// loads.
    /// </summary>
    /// <returns>
    /// A dictionary with <c>"state"</c> (by the number of the parameter) and <c>"param_groups"</c>. Its tensors are the optimizer's own.
    /// </returns>
    /// <example><code>
    /// var net = new Linear(2, 1);
    /// var adam = new Adam(net.Parameters());
    /// net.Call(Torch.Ones(1, 2)).Sum().Backward();
    /// adam.Step();
    /// var path = Path.Combine(Path.GetTempPath(), "adam.pt");
    /// Torch.Save(adam.StateDict(), path);
    /// var other = new Adam(net.Parameters());
    /// other.LoadStateDict((OrderedDictionary&lt;object, object?&gt;)Torch.Load(path)!);
    /// other.State[net.Bias!].Tensor("step")   // tensor(1.)
    /// </code></example>
    public OrderedDictionary<object, object?> StateDict()
    {
        foreach (var hook in beforeStateDict.Now)
        {
            hook(this);
        }

        var numbers = new Dictionary<Tensor, long>(ReferenceEqualityComparer.Instance);
        List<object?> packed = [.. groups.Select(group => (object?)Pack(group, numbers))];
        var states = Dict();
        foreach (var (parameter, known) in state)
        {
            states[numbers[parameter]] = Dict(known.Select(static part => KeyValuePair.Create((object)part.Key, part.Value)));
        }

        foreach (var (key, value) in stateOfOthers)
        {
            states[key] = value;
        }

        var dict = Dict([new("state", states), new("param_groups", packed)]);
        foreach (var hook in afterStateDict.Now)
        {
            dict = hook(this, dict) ?? dict;
        }

        return dict;
    }

    /// <summary>Goes on from a state dict of this library or of Python: PyTorch's <c>load_state_dict</c>.</summary>
    /// <param name="stateDict">
    /// What <see cref="StateDict"/> returned or <see cref="Torch.Load(string, Device?, bool, IProgress{long}, Action{string})"/> read. The parameters are
    /// matched by their order.
    /// </param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    /// <exception cref="TorchValueException">There are more or fewer groups, or parameters in a group.</exception>
    /// <exception cref="TorchTypeException">It is no state dict of an optimizer.</exception>
    public void LoadStateDict(IReadOnlyDictionary<object, object?> stateDict)
    {
        ArgumentNullException.ThrowIfNull(stateDict);
        var given = Dict(stateDict);
        foreach (var hook in beforeLoad.Now)
        {
            given = hook(this, given) ?? given;
        }

        var saved = Part<IEnumerable<object?>>(given, "param_groups")
            .Select(static group => group as IReadOnlyDictionary<object, object?> ?? throw NoStateDict("param_groups")).ToArray();
        var ids = Array.ConvertAll(saved, static group => Part<IEnumerable<object?>>(group, "params").ToArray());
        if (groups.Count != saved.Length)
        {
            throw new TorchValueException("loaded state dict has a different number of parameter groups");
        }

        if (groups.Zip(ids).Any(static pair => pair.First.Params.Count != pair.Second.Length))
        {
            throw new TorchValueException("loaded state dict contains a parameter group that doesn't match the size of optimizer's group");
        }

        var known = new Dictionary<object, (Tensor Parameter, IReadOnlyDictionary<object, object?> Group)>(PickleKeys.Comparer);
        for (var i = 0; i < saved.Length; i++)
        {
            for (var j = 0; j < ids[i].Length; j++)
            {
                known[ids[i][j]!] = (groups[i].Params[j], saved[i]);
            }
        }

        // All of it is read before anything is changed.
        var loaded = new List<(Tensor Parameter, OptimizerState State)>();
        var others = new List<KeyValuePair<object, object?>>();
        foreach (var (id, value) in Part<IReadOnlyDictionary<object, object?>>(given, "state"))
        {
            if (!known.TryGetValue(id, out var place))
            {
                others.Add(new(id, value));
                continue;
            }

            var parts = new OptimizerState();
            foreach (var (key, part) in value as IReadOnlyDictionary<object, object?> ?? throw NoStateDict("state"))
            {
                parts[$"{key}"] = Fit(part, $"{key}", place.Parameter, place.Group);
            }

            loaded.Add((place.Parameter, parts));
        }

        state.Clear();
        stateOfOthers.Clear();
        loaded.ForEach(one => state[one.Parameter] = one.State);
        others.ForEach(one => stateOfOthers[one.Key] = one.Value);
        for (var i = 0; i < saved.Length; i++)
        {
            groups[i].Replace(saved[i]);
        }

        Loaded();
        foreach (var hook in afterLoad.Now)
        {
            hook(this);
        }
    }

    /// <summary>Mends what versions of PyTorch before this one wrote, after a state dict was loaded.</summary>
    private protected virtual void Loaded()
    {
    }

    /// <summary>What is remembered of a parameter; empty at first.</summary>
    /// <param name="parameter">One of the optimizer's parameters.</param>
    /// <returns>The state, which may be changed.</returns>
    protected OptimizerState StateOf(Tensor parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        if (!state.TryGetValue(parameter, out var known))
        {
            state[parameter] = known = [];
        }

        return known;
    }

    /// <summary>Remembers something else of a parameter; null: nothing.</summary>
    internal void ReplaceState(Tensor parameter, OptimizerState? other)
    {
        if (other is null)
        {
            state.Remove(parameter);
        }
        else
        {
            state[parameter] = other;
        }
    }

    /// <summary>A tensor that belongs to no scope, with the memory of one that was just made.</summary>
    /// <param name="made">The tensor, which is not used any more.</param>
    /// <returns>The tensor to remember.</returns>
    protected static Tensor Lasting(Tensor made)
    {
        ArgumentNullException.ThrowIfNull(made);
        return new Nn.Buffer(made);
    }

    private static OrderedDictionary<object, object?> Dict(IEnumerable<KeyValuePair<object, object?>>? parts = null) =>
        new(parts ?? [], PickleKeys.Comparer);

    private static OrderedDictionary<object, object?> Pack(ParamGroup group, Dictionary<Tensor, long> numbers)
    {
        var start = numbers.Count;
        foreach (var parameter in group.Params)
        {
            numbers.TryAdd(parameter, numbers.Count);
        }

        var packed = Dict(group.Options.Select(static option => KeyValuePair.Create((object)option.Key, option.Value)));
        packed["params"] = group.Params.Select(parameter => (object?)numbers[parameter]).ToList();
        return packed;
    }

    private static T Part<T>(IReadOnlyDictionary<object, object?> dict, string name)
        where T : class =>
        dict.GetValueOrDefault(name) as T ?? throw NoStateDict(name);

    private static TorchTypeException NoStateDict(string name) =>
        new($"this is no state dict of an optimizer: its \"{name}\" is missing or of another kind");

    // The dtype and the device of the parameter, but of the count of steps.
    private static object? Fit(object? value, string name, Tensor parameter, IReadOnlyDictionary<object, object?> group)
    {
        switch (value)
        {
            case Tensor tensor when name == "step":
                var isOnDevice = group.GetValueOrDefault("capturable") is true || group.GetValueOrDefault("fused") is true;
                return Kept(isOnDevice ? tensor.To(parameter.Device, DType.Float32) : tensor);
            case Tensor tensor:
                return Kept(parameter.IsFloatingPoint() ? tensor.To(parameter.Device, parameter.DType) : tensor.To(parameter.Device));
            case IReadOnlyDictionary<object, object?> dict:
                return Dict(dict.Select(part => KeyValuePair.Create(part.Key, Fit(part.Value, $"{part.Key}", parameter, group))));
            case object?[] tuple:
                return Array.ConvertAll(tuple, item => Fit(item, "", parameter, group));
            case IEnumerable items and not string:
                return items.Cast<object?>().Select(item => Fit(item, "", parameter, group)).ToList();
            default:
                return value;
        }

        // Its memory stays the state dict's, as in PyTorch, and lives on where a scope ends.
        static Tensor Kept(Tensor tensor) => tensor is Nn.Buffer ? tensor : new Nn.Buffer(tensor.Detach());
    }
}
