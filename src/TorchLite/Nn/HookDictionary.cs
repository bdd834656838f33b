namespace TorchLite.Nn;

/// <summary>Hooks in the order in which they run, which may be added and removed while they run.</summary>
/// <typeparam name="T">The kind of function.</typeparam>
internal sealed class HookDictionary<T>
    where T : Delegate
{
    private readonly Lock changing = new();

    /// <summary>Those that are there now.</summary>
    internal T[] Now { get; private set; } = [];

    /// <summary>Adds a function, which may be there already: each handle removes its own.</summary>
    internal RemovableHandle Add(T hook, bool prepend = false)
    {
        ArgumentNullException.ThrowIfNull(hook);
        return AddOnce((T)hook.Clone(), prepend);
    }

    /// <summary>Adds a function that nobody else has, under itself.</summary>
    internal RemovableHandle AddOnce(T own, bool prepend = false)
    {
        lock (changing)
        {
            Now = prepend ? [own, .. Now] : [.. Now, own];
        }

        return new(() =>
        {
            lock (changing)
            {
                Now = [.. Now.Where(other => !ReferenceEquals(other, own))];
            }
        });
    }

    internal HookDictionary<T> Copy() => new() { Now = Now };
}
