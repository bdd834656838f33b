using System.Diagnostics;

namespace TorchLite.Nn;

/// <summary>A module of one input: a class derives from it and says in <see cref="Forward"/> what it computes.</summary>
/// <typeparam name="T">What comes in, such as a <see cref="Tensor"/> or a tuple of some.</typeparam>
/// <typeparam name="TResult">What comes out.</typeparam>
[StackTraceHidden]
public abstract class Module<T, TResult> : Module
{
    /// <summary>Runs the module: PyTorch's <c>module(x)</c>. Hooks are called.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The output.</returns>
    public TResult Call(T input) =>
        HasHooks ? CallWithHooks([input], args => Forward(Input<T>(args, 0, 1))) : Forward(input);

    /// <summary>What the module computes. <see cref="Call"/> runs it.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The output.</returns>
    protected abstract TResult Forward(T input);
}

/// <summary>A module of two inputs: a class derives from it and says in <see cref="Forward"/> what it computes.</summary>
/// <typeparam name="T1">The first input.</typeparam>
/// <typeparam name="T2">The second input.</typeparam>
/// <typeparam name="TResult">What comes out.</typeparam>
[StackTraceHidden]
public abstract class Module<T1, T2, TResult> : Module
{
    /// <summary>Runs the module: PyTorch's <c>module(x, y)</c>. Hooks are called.</summary>
    /// <param name="input1">The first input.</param>
    /// <param name="input2">The second input.</param>
    /// <returns>The output.</returns>
    public TResult Call(T1 input1, T2 input2) =>
        HasHooks ? CallWithHooks([input1, input2], args => Forward(Input<T1>(args, 0, 2), Input<T2>(args, 1, 2))) : Forward(input1, input2);

    /// <summary>What the module computes. <see cref="Call"/> runs it.</summary>
    /// <param name="input1">The first input.</param>
    /// <param name="input2">The second input.</param>
    /// <returns>The output.</returns>
    protected abstract TResult Forward(T1 input1, T2 input2);
}

/// <summary>A module of three inputs: a class derives from it and says in <see cref="Forward"/> what it computes.</summary>
/// <typeparam name="T1">The first input.</typeparam>
/// <typeparam name="T2">The second input.</typeparam>
/// <typeparam name="T3">The third input.</typeparam>
/// <typeparam name="TResult">What comes out.</typeparam>
[StackTraceHidden]
public abstract class Module<T1, T2, T3, TResult> : Module
{
    /// <summary>Runs the module: PyTorch's <c>module(x, y, z)</c>. Hooks are called.</summary>
    /// <param name="input1">The first input.</param>
    /// <param name="input2">The second input.</param>
    /// <param name="input3">The third input.</param>
    /// <returns>The output.</returns>
    public TResult Call(T1 input1, T2 input2, T3 input3) => HasHooks
        ? CallWithHooks([input1, input2, input3], args => Forward(Input<T1>(args, 0, 3), Input<T2>(args, 1, 3), Input<T3>(args, 2, 3)))
        : Forward(input1, input2, input3);

    /// <summary>What the module computes. <see cref="Call"/> runs it.</summary>
    /// <param name="input1">The first input.</param>
    /// <param name="input2">The second input.</param>
    /// <param name="input3">The third input.</param>
    /// <returns>The output.</returns>
    protected abstract TResult Forward(T1 input1, T2 input2, T3 input3);
}
