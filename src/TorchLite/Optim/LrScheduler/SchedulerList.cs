namespace TorchLite.Optim.LrScheduler;

/// <summary>The schedulers of which one is made.</summary>
internal sealed class SchedulerList
{
    private SchedulerList(LRScheduler[] all) => All = all;

    internal LRScheduler[] All { get; }

    /// <summary>The schedulers, which must fit together.</summary>
    internal static SchedulerList Of(IEnumerable<LRScheduler> schedulers, ref Optimizer? optimizer, string owner, string none)
    {
        ArgumentNullException.ThrowIfNull(schedulers);
        var all = schedulers.ToArray();
        if (all.Length == 0)
        {
            throw new TorchValueException($"{owner} {none}");
        }

        for (var i = 0; i < all.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(all[i], nameof(schedulers));
            optimizer ??= all[i].Optimizer;
            if (all[i] is ReduceLROnPlateau)
            {
                throw new TorchValueException(
                    $"{owner} does not support `ReduceLROnPlateau` scheduler as it requires additional kwargs to be specified when calling "
                    + $"`step`, but got one at index {i} in the given schedulers sequence.");
            }

            if (optimizer != all[i].Optimizer)
            {
                throw new TorchValueException(
                    $"{owner} expects all schedulers to belong to the same optimizer, but got scheduler {all[i].GetType().Name} at index "
                    + $"{i} has {all[i].Optimizer}, which is different from {optimizer.GetType().Name}.");
            }
        }

        return new(all);
    }

    internal static TorchTypeException NoEpoch(string owner) => new($"{owner}.step() takes 1 positional argument but 2 were given");

    /// <summary>They have no learning rates of their own, as when one is the later part of another.</summary>
    internal static TorchNotImplementedException NoRates(string owner) => new($"a {owner} can not begin anew");

    internal OrderedDictionary<object, object?> AddTo(OrderedDictionary<object, object?> state)
    {
        state["_schedulers"] = All.Select(static scheduler => (object?)scheduler.StateDict()).ToList();
        return state;
    }

    /// <summary>Loads what is there of them, and returns the rest.</summary>
    internal OrderedDictionary<object, object?> LoadOf(IReadOnlyDictionary<object, object?> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var rest = new OrderedDictionary<object, object?>(state, Serialization.PickleKeys.Comparer);
        if (!rest.Remove("_schedulers", out var parts) || parts is not IEnumerable<object?> list)
        {
            throw new TorchTypeException("this is no state dict of several schedulers: its \"_schedulers\" is missing");
        }

        object?[] each = [.. list];
        if (each.Length > All.Length)
        {
            throw new TorchIndexException("list index out of range");
        }

        foreach (var (scheduler, part) in All.Zip(each))
        {
            scheduler.LoadStateDict(part as IReadOnlyDictionary<object, object?>
                ?? throw new TorchTypeException("this is no state dict of several schedulers: one of its \"_schedulers\" is no dict"));
        }

        return rest;
    }

    internal void Undo()
    {
        foreach (var scheduler in All)
        {
            scheduler.Undo();
        }
    }
}
