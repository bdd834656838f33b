namespace TorchLite.Nn;

/// <content>Hooks around a call.</content>
public abstract partial class Module
{
    private ModuleHooks? hooks;

    /// <summary>Whether a call has hooks to run; a <c>Call</c> without calls <c>Forward</c> at once.</summary>
    protected bool HasHooks => hooks is { AreCalled: true } || computed is not null;

    /// <summary>Whether there are hooks around the computation itself.</summary>
    internal bool HasForwardHooks =>
        computed is not null || hooks is { BeforeForward.Now.Length: > 0 } or { AfterForward.Now.Length: > 0 };

    internal ModuleHooks Hooks => hooks ?? Interlocked.CompareExchange(ref hooks, new(), null) ?? hooks;

    /// <summary>Calls a function before each call of the module: PyTorch's <c>register_forward_pre_hook</c>.</summary>
    /// <param name="hook">Gets the module and its inputs; may give other inputs, or null to leave them.</param>
    /// <param name="prepend">Whether it runs before the hooks that are there already.</param>
    /// <returns>What removes it.</returns>
    public RemovableHandle RegisterForwardPreHook(Func<Module, object?[], object?[]?> hook, bool prepend = false) =>
        Hooks.BeforeForward.Add(hook, prepend);

    /// <summary>Calls a function before each call of the module, which changes nothing.</summary>
    /// <param name="hook">Gets the module and its inputs.</param>
    /// <param name="prepend">Whether it runs before the hooks that are there already.</param>
    /// <returns>What removes it.</returns>
    public RemovableHandle RegisterForwardPreHook(Action<Module, object?[]> hook, bool prepend = false)
    {
        ArgumentNullException.ThrowIfNull(hook);
        return RegisterForwardPreHook(
            (module, args) =>
            {
                hook(module, args);
                return null;
            },
            prepend);
    }

    /// <summary>Calls a function after each call of the module: PyTorch's <c>register_forward_hook</c>.</summary>
    /// <param name="hook">Gets the module, its inputs and its output; may give another output, or null to leave it.</param>
    /// <param name="prepend">Whether it runs before the hooks that are there already.</param>
    /// <param name="alwaysCall">Whether it runs after a call that failed, too; then the output is null.</param>
    /// <returns>What removes it.</returns>
    public RemovableHandle RegisterForwardHook(
        Func<Module, object?[], object?, object?> hook, bool prepend = false, bool alwaysCall = false)
    {
        ArgumentNullException.ThrowIfNull(hook);

        // One object in both lists, which are looked up by it.
        Func<Module, object?[], object?, object?> own = (module, args, output) => hook(module, args, output);
        var handle = Hooks.AfterForward.AddOnce(own, prepend);
        if (!alwaysCall)
        {
            return handle;
        }

        var always = Hooks.Always.AddOnce(own, prepend);
        return new(() =>
        {
            handle.Remove();
            always.Remove();
        });
    }

    /// <summary>Calls a function after each call of the module, which changes nothing.</summary>
    /// <param name="hook">Gets the module, its inputs and its output.</param>
    /// <param name="prepend">Whether it runs before the hooks that are there already.</param>
    /// <param name="alwaysCall">Whether it runs after a call that failed, too; then the output is null.</param>
    /// <returns>What removes it.</returns>
    public RemovableHandle RegisterForwardHook(Action<Module, object?[], object?> hook, bool prepend = false, bool alwaysCall = false)
    {
        ArgumentNullException.ThrowIfNull(hook);
        return RegisterForwardHook(
            (module, args, output) =>
            {
                hook(module, args, output);
                return null;
            },
            prepend, alwaysCall);
    }

    /// <summary>
    /// Calls a function when the gradients of the module's outputs are known: PyTorch's <c>register_full_backward_pre_hook</c>.
    /// </summary>
    /// <param name="hook">Gets the module and the gradients of its outputs; may give other gradients, or null to leave them.</param>
    /// <param name="prepend">Whether it runs before the hooks that are there already.</param>
    /// <returns>What removes it.</returns>
    public RemovableHandle RegisterFullBackwardPreHook(Func<Module, Tensor?[], Tensor?[]?> hook, bool prepend = false) =>
        Hooks.BeforeBackward.Add(hook, prepend);

    /// <summary>
    /// Calls a function when the gradients of the module's inputs are known: PyTorch's <c>register_full_backward_hook</c>.
    /// </summary>
    /// <param name="hook">
    /// Gets the module and the gradients of its inputs and of its outputs; may give other gradients of the inputs, or null to leave them.
    /// </param>
    /// <param name="prepend">Whether it runs before the hooks that are there already.</param>
    /// <returns>What removes it.</returns>
    public RemovableHandle RegisterFullBackwardHook(Func<Module, Tensor?[], Tensor?[], Tensor?[]?> hook, bool prepend = false) =>
        Hooks.AfterBackward.Add(hook, prepend);

    /// <summary>An input of so many, which a hook may have changed into something that the module does not take.</summary>
    private protected T Input<T>(object?[] args, int index, int count)
    {
        if (args.Length != count)
        {
            throw new TorchTypeException($"a forward pre-hook of {ClassName} returned {args.Length} inputs, but the module takes {count}");
        }

        return args[index] switch
        {
            T input => input,
            null when default(T) is null => default!,
            var other => throw new TorchTypeException(
                $"a forward pre-hook of {ClassName} returned {(other is null ? "null" : $"a {other.GetType().Name.Split('`')[0]}")} as input "
                + $"{index}, which the module does not take"),
        };
    }

    /// <summary>Runs the hooks around a computation; what a class with a <c>Call</c> of its own uses where it <see cref="HasHooks"/>.</summary>
    /// <typeparam name="TResult">What the module gives: a tensor, or a tuple.</typeparam>
    /// <param name="args">The inputs.</param>
    /// <param name="forward">The computation, of inputs that hooks may have changed.</param>
    /// <returns>The output.</returns>
    protected TResult CallWithHooks<TResult>(object?[] args, Func<object?[], TResult> forward)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(forward);
        var called = new HashSet<object>(ReferenceEqualityComparer.Instance);
        object? result = null;
        ComputedParameter[] values = computed is null ? [] : [.. computed.Values];
        foreach (var value in values)
        {
            value.Begin();
        }

        try
        {
            foreach (var hook in Hooks.BeforeForward.Now)
            {
                args = hook(this, args) ?? args;
            }

            var backward = Hooks.BeforeBackward.Now.Length + Hooks.AfterBackward.Now.Length > 0 ? new BackwardHook(this) : null;
            args = backward?.AroundInputs(args) ?? args;
            result = forward(args);
            foreach (var hook in Hooks.AfterForward.Now)
            {
                called.Add(hook);
                var changed = hook(this, args, result) ?? result;
                result = changed is TResult or null ? changed : throw new TorchTypeException(
                    $"a forward hook of {ClassName} returned a {changed.GetType().Name.Split('`')[0]}, which is not what the module gives; one "
                    + $"that leaves the output returns null");
            }

            result = backward is null ? result : backward.AroundOutput(result);
            return (TResult)result!;
        }
        catch (Exception)
        {
            foreach (var hook in Hooks.Always.Now.Where(hook => !called.Contains(hook)))
            {
                try
                {
                    result = hook(this, args, result) ?? result;
                }
#pragma warning disable CA1031 // The first error is the one to tell, as in PyTorch.
                catch (Exception)
#pragma warning restore CA1031
                {
                    continue;
                }
            }

            throw;
        }
        finally
        {
            foreach (var value in values)
            {
                value.End();
            }
        }
    }
}
