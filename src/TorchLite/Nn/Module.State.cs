using TorchLite.Nn.Utils;

namespace TorchLite.Nn;

/// <content>The state dict.</content>
public abstract partial class Module
{
    private const string ExtraKey = "_extra_state";

    /// <summary>The parameters and persistent buffers here and below, by their paths: PyTorch's <c>state_dict</c>.</summary>
    /// <remarks>Tied weights are there under each of their names, in one memory.</remarks>
    /// <param name="prefix">What the paths begin with, such as <c>"model."</c>.</param>
    /// <param name="keepVars">Whether the dict holds the parameters themselves; otherwise tensors without gradients on their memory.</param>
    /// <returns>The state, which shares the module's memory.</returns>
    public StateDict StateDict(string prefix = "", bool keepVars = false)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var state = new StateDict();
        Save(state, prefix, keepVars);
        return state;
    }

    /// <summary>
    /// Copies the values of a state dict into the module's parameters and buffers: PyTorch's <c>load_state_dict</c>.
    /// </summary>
    /// <remarks>
    /// Nothing is lost where something does not fit: whatever fits was copied, and the exception names the rest, as in PyTorch. With
    /// <paramref name="assign"/> the module's tensors take over the dict's memory, dtype and device, and stay the objects that they are, so that
    /// an optimizer goes on with them; Python replaces them.
    /// </remarks>
    /// <param name="stateDict">The values by their paths.</param>
    /// <param name="strict">Whether missing and unexpected names are errors.</param>
    /// <param name="assign">Whether to take the dict's memory over instead of copying.</param>
    /// <returns>The names that did not fit.</returns>
    /// <exception cref="TorchException">Names do not fit, or shapes differ; the message names all of them.</exception>
    public IncompatibleKeys LoadStateDict(IReadOnlyDictionary<string, Tensor> stateDict, bool strict = true, bool assign = false)
    {
        ArgumentNullException.ThrowIfNull(stateDict);
        var given = stateDict as StateDict;
        var loading = new StateLoading(given?.Metadata, assign);
        loading.Add(stateDict, given?.ExtraState);
        using (Torch.NoGrad())
        {
            Load(loading, "");
        }

        return loading.Finish(ClassName, strict);
    }

    /// <inheritdoc cref="LoadStateDict(IReadOnlyDictionary{string, Tensor}, bool, bool)"/>
    public IncompatibleKeys LoadStateDict(IReadOnlyDictionary<object, object?> stateDict, bool strict = true, bool assign = false)
    {
        ArgumentNullException.ThrowIfNull(stateDict);
        return LoadStateDict(new StateDict(stateDict), strict, assign);
    }

    /// <summary>Calls a function before the module's part of a state dict is made: PyTorch's <c>register_state_dict_pre_hook</c>.</summary>
    /// <param name="hook">Gets the module, its path with a point after it, and whether the parameters themselves are asked for.</param>
    /// <returns>What removes it.</returns>
    public RemovableHandle RegisterStateDictPreHook(Action<Module, string, bool> hook) => Hooks.BeforeSave.Add(hook);

    /// <summary>
    /// Calls a function when the module's part of a state dict is there: PyTorch's <c>register_state_dict_post_hook</c>.
    /// </summary>
    /// <param name="hook">Gets the module, the dict, which it may change, and the module's path with a point after it.</param>
    /// <returns>What removes it.</returns>
    public RemovableHandle RegisterStateDictPostHook(Action<Module, StateDict, string> hook) => Hooks.AfterSave.Add(hook);

    /// <summary>
    /// Calls a function before the module's part of a state dict is loaded: PyTorch's <c>register_load_state_dict_pre_hook</c>.
    /// </summary>
    /// <param name="hook">Gets the module and what is being loaded, which it may change.</param>
    /// <returns>What removes it.</returns>
    public RemovableHandle RegisterLoadStateDictPreHook(Action<Module, StateLoading, string> hook) => Hooks.BeforeLoad.Add(hook);

    /// <summary>
    /// Calls a function when the module's part of a state dict was loaded: PyTorch's <c>register_load_state_dict_post_hook</c>.
    /// </summary>
    /// <param name="hook">Gets the module and the names that did not fit, which it may change.</param>
    /// <returns>What removes it.</returns>
    public RemovableHandle RegisterLoadStateDictPostHook(Action<Module, IncompatibleKeys> hook) => Hooks.AfterLoad.Add(hook);

    /// <summary>What the module has to save beyond tensors; null where it has nothing: PyTorch's <c>get_extra_state</c>.</summary>
    /// <returns>A value that <see cref="Torch.Save(object, string, IProgress{long})"/> can write.</returns>
    protected virtual object? GetExtraState() => null;

    /// <summary>Takes back what <see cref="GetExtraState"/> gave: PyTorch's <c>set_extra_state</c>.</summary>
    /// <param name="state">The value.</param>
    protected virtual void SetExtraState(object? state)
    {
    }

    /// <summary>
    /// Loads the module's own part of a state dict; a class whose state changed since its first version overrides it and mends what is old
    /// before calling the base: PyTorch's <c>_load_from_state_dict</c>.
    /// </summary>
    /// <param name="loading">What is being loaded.</param>
    /// <param name="prefix">The module's path, with a point after it.</param>
    protected virtual void LoadFromStateDict(StateLoading loading, string prefix)
    {
        ArgumentNullException.ThrowIfNull(loading);
        ArgumentNullException.ThrowIfNull(prefix);
        var own = Persistent().ToDictionary(static one => one.Name, static one => one.Value, StringComparer.Ordinal);
        foreach (var (name, tensor) in own)
        {
            loading.Take(prefix + name, tensor);
        }

        loading.TakeExtra(prefix + ExtraKey, GetExtraState() is not null, SetExtraState);
        loading.CheckUnexpected(
            prefix, prefix + ExtraKey, own.ContainsKey, Registered().Where(static one => one.Value is Module).Select(static one => one.Name));
    }

    internal void Load(StateLoading loading, string prefix)
    {
        CheckDepth();
        foreach (var hook in hooks?.BeforeLoad.Now ?? [])
        {
            hook(this, loading, prefix);
        }

        foreach (var value in Computed.Values)
        {
            (value.Kind as SpectralWeight)?.Mend(loading, prefix);
        }

        LoadFromStateDict(loading, prefix);
        foreach (var (name, value) in Registered())
        {
            (value as Module)?.Load(loading, $"{prefix}{name}.");
        }

        foreach (var hook in hooks?.AfterLoad.Now ?? [])
        {
            hook(this, loading.Keys);
        }
    }

    private void Save(StateDict state, string prefix, bool keepVars)
    {
        CheckDepth();
        OrderedDictionary<string, object?> facts = new(StringComparer.Ordinal) { ["version"] = StateVersion };
        state.Metadata[prefix.TrimEnd('.')] = facts;
        foreach (var value in Computed.Values)
        {
            (value.Kind as SpectralWeight)?.NoteVersion(facts);
        }

        foreach (var hook in hooks?.BeforeSave.Now ?? [])
        {
            hook(this, prefix, keepVars);
        }

        foreach (var (name, tensor) in Persistent())
        {
            state[prefix + name] = keepVars || tensor is IUninitialized { IsUninitialized: true } ? tensor : tensor.Detach();
        }

        if (GetExtraState() is { } extra)
        {
            if (extra is Tensor tensor)
            {
                state[prefix + ExtraKey] = tensor;
            }
            else
            {
                state.SetExtraState(prefix + ExtraKey, extra);
            }
        }

        foreach (var (name, value) in Registered())
        {
            (value as Module)?.Save(state, $"{prefix}{name}.", keepVars);
        }

        foreach (var hook in hooks?.AfterSave.Now ?? [])
        {
            hook(this, state, prefix);
        }
    }

    // Parameters first, as Python keeps them apart.
    private IEnumerable<(string Name, Tensor Value)> Persistent()
    {
        (string Name, object Value)[] all = [.. Registered()];
        return all.Where(static one => one.Value is Parameter).Concat(all.Where(static one => one.Value is Buffer { Persistent: true }))
            .Select(static one => (one.Name, (Tensor)one.Value));
    }
}
