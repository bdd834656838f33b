namespace TorchLite.Nn;

/// <summary>A state dict on its way into a module: what hooks and modules with old versions change before it is taken.</summary>
/// <example><code>
/// var linear = new Linear(2, 1);
/// linear.RegisterLoadStateDictPreHook((module, loading, prefix) =&gt;
/// {
///     if (loading.Version(prefix) == 1 &amp;&amp; loading.ContainsKey(prefix + "w") &amp;&amp; loading.KeysBelow(prefix).Count == 2)
///         loading[prefix + "weight"] = loading.Remove(prefix + "w");
///     if (loading.Keys.MissingKeys.Count &gt; 0)
///         loading.ErrorMessages.Add("something is missing already");
/// });
/// var state = new Linear(2, 1).StateDict();
/// state["w"] = state["weight"];
/// state.Remove("weight");
/// linear.LoadStateDict(state)   // &lt;All keys matched successfully&gt;
/// </code></example>
public sealed class StateLoading
{
    private readonly IReadOnlyDictionary<string, OrderedDictionary<string, object?>>? metadata;
    private readonly Dictionary<string, object?> entries = new(StringComparer.Ordinal);

    // The names below each path, so that each module looks at its own only. What was removed is still there.
    private readonly Dictionary<string, List<string>> below = new(StringComparer.Ordinal);
    private readonly bool assign;

    internal StateLoading(IReadOnlyDictionary<string, OrderedDictionary<string, object?>>? metadata, bool assign) =>
        (this.metadata, this.assign) = (metadata, assign);

    /// <summary>The names that did not fit so far.</summary>
    public IncompatibleKeys Keys { get; } = new([], []);

    /// <summary>What went wrong otherwise, one message each.</summary>
    public IList<string> ErrorMessages { get; } = [];

    /// <summary>The tensor or extra state of a path.</summary>
    /// <param name="key">The path.</param>
    /// <exception cref="KeyNotFoundException">There is none to get.</exception>
    public object? this[string key]
    {
        get => entries[key];
        set
        {
            if (!entries.ContainsKey(key))
            {
                for (var point = key.IndexOf('.'); point >= 0; point = key.IndexOf('.', point + 1))
                {
                    Below(key[..(point + 1)]).Add(key);
                }

                Below("").Add(key);
            }

            entries[key] = value;
        }
    }

    /// <summary>Whether there is a tensor or extra state of a path.</summary>
    /// <param name="key">The path.</param>
    /// <returns>True if there is.</returns>
    public bool ContainsKey(string key) => entries.ContainsKey(key);

    /// <summary>Takes a tensor or extra state out.</summary>
    /// <param name="key">The path.</param>
    /// <returns>What was there; null if nothing was.</returns>
    public object? Remove(string key)
    {
        entries.Remove(key, out var removed);
        return removed;
    }

    /// <summary>The paths of all tensors and extra states below a module.</summary>
    /// <param name="prefix">The module's path, with a point after it; empty: all.</param>
    /// <returns>The paths, in the order of the dict.</returns>
    public IReadOnlyList<string> KeysBelow(string prefix) => [.. Below(prefix).Where(entries.ContainsKey).Distinct()];

    /// <summary>The version of a module's part of the dict; null where the dict does not tell: PyTorch's <c>local_metadata["version"]</c>.</summary>
    /// <param name="prefix">The module's path, with a point after it.</param>
    /// <returns>The version.</returns>
    public long? Version(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return Fact(prefix, "version") as long?;
    }

    /// <summary>What the dict tells of a module besides; null where it does not.</summary>
    internal object? Fact(string prefix, string name) =>
        metadata is not null && metadata.TryGetValue(prefix.TrimEnd('.'), out var facts) ? facts.GetValueOrDefault(name) : null;

    internal void Add(IEnumerable<KeyValuePair<string, Tensor>> tensors, IEnumerable<KeyValuePair<string, object?>>? extra)
    {
        foreach (var (name, tensor) in tensors)
        {
            this[name] = tensor;
        }

        foreach (var (name, state) in extra ?? [])
        {
            this[name] = state;
        }
    }

    /// <summary>Copies the entry of a name into a tensor, or notes why not.</summary>
    internal void Take(string key, Tensor tensor)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            Keys.MissingKeys.Add(key);
        }
        else if (entry is not Tensor given)
        {
            ErrorMessages.Add(
                $"While copying the parameter named \"{key}\", expected torch.Tensor or Tensor-like object from checkpoint but received "
                + $"{entry?.GetType().Name ?? "None"}");
        }
        else if (tensor is IUninitialized { IsUninitialized: true } lazy)
        {
            lazy.Materialize(given.Shape);
            Copy(key, tensor, given);
        }
        else
        {
            // Files of before 0.4 have numbers as vectors of one.
            given = tensor.Dim() == 0 && given.Dim() == 1 && given.Numel() > 0 ? given[0] : given;
            if (given.Shape != tensor.Shape)
            {
                ErrorMessages.Add(
                    $"size mismatch for {key}: copying a param with shape {given.Shape} from checkpoint, the shape in current model is "
                    + $"{tensor.Shape}.");
            }
            else
            {
                Copy(key, tensor, given);
            }
        }
    }

    internal void TakeExtra(string key, bool isExpected, Action<object?> set)
    {
        if (entries.TryGetValue(key, out var state))
        {
            if (isExpected)
            {
                set(state);
            }
            else
            {
                Keys.UnexpectedKeys.Add(key);
            }
        }
        else if (isExpected)
        {
            Keys.MissingKeys.Add(key);
        }
    }

    internal void CheckUnexpected(string prefix, string extra, Func<string, bool> isOwn, IEnumerable<string> modules)
    {
        var parts = modules.ToHashSet(StringComparer.Ordinal);
        foreach (var key in KeysBelow(prefix))
        {
            if (key != extra && key[prefix.Length..] is var name
                && !(name.IndexOf('.') is >= 0 and var point ? parts.Contains(name[..point]) : isOwn(name)))
            {
                Keys.UnexpectedKeys.Add(key);
            }
        }
    }

    internal IncompatibleKeys Finish(string className, bool reportsKeys)
    {
        var errors = new List<string>(ErrorMessages);
        if (reportsKeys && Keys.UnexpectedKeys.Count > 0)
        {
            errors.Insert(0, $"Unexpected key(s) in state_dict: {Quoted(Keys.UnexpectedKeys)}. {Parallel()}");
        }

        if (reportsKeys && Keys.MissingKeys.Count > 0)
        {
            errors.Insert(0, $"Missing key(s) in state_dict: {Quoted(Keys.MissingKeys)}. ");
        }

        return errors.Count == 0 ? Keys
            : throw new TorchException($"Error(s) in loading state_dict for {className}:\n\t{string.Join("\n\t", errors)}");
    }

    private List<string> Below(string prefix) =>
        below.TryGetValue(prefix, out var keys) ? keys : below[prefix] = [];

    private static string Quoted(List<string> keys) => string.Join(", ", keys.Select(static key => $"\"{key}\""));

    // A model wrapped in DataParallel or DistributedDataParallel when it was saved.
    private string Parallel() =>
        Keys.MissingKeys.Count > 0 && Keys.UnexpectedKeys.TrueForAll(static key => key.StartsWith("module.", StringComparison.Ordinal))
            ? "(The names begin with \"module.\", as those of a model saved from within DataParallel or DistributedDataParallel: "
                + "Torch.Nn.Utils.ConsumePrefixInStateDictIfPresent(stateDict, \"module.\") takes that away.) "
            : "";

    private void Copy(string key, Tensor tensor, Tensor given)
    {
        try
        {
            if (assign)
            {
                tensor.Become(given);
                tensor.Grad = null;
            }
            else
            {
                tensor.Copy_(given);
            }
        }
        catch (TorchException refused)
        {
            ErrorMessages.Add(
                $"While copying the parameter named \"{key}\", whose dimensions in the model are {tensor.Shape} and whose dimensions in the "
                + $"checkpoint are {given.Shape}, an exception occurred : ('{refused.Message}',).");
        }
    }
}
