using System.Diagnostics;

namespace TorchLite.Native;

/// <summary>
/// The fused steps of the optimizers by their C++ functions, on Linux x64: a tensor in C++ is no more than the address of what it is, so
/// that a list of them is an array. The dispatcher's C interface makes a handle and a box of each, which takes longer than half a step of
/// small tensors.
/// </summary>
[StackTraceHidden]
internal static unsafe class FusedFunctions
{
    private static readonly nint SgdFunction = CppSymbols.FusedSgd.Function;
    private static readonly nint AdamFunction = CppSymbols.FusedAdam.Function;
    private static readonly nint AdamWFunction = CppSymbols.FusedAdamW.Function;
    private static readonly nint AdagradFunction = CppSymbols.FusedAdagrad.Function;

    private delegate void Caller(nint function, TensorList* lists, OptionalTensor* scale, OptionalTensor* found);

    /// <summary><c>_fused_sgd_</c>: parameters, gradients, momentum buffers; false where it is not known.</summary>
    internal static bool TrySgd(
        Tensor[][] given, double weightDecay, double momentum, double lr, double dampening, bool nesterov, bool maximize, bool isFirstStep,
        Tensor? gradScale, Tensor? foundInf) =>
        TryCall(SgdFunction, given, gradScale, foundInf, [StackTraceHidden] (function, lists, scale, found) =>
            ((delegate* unmanaged<
                TensorList, TensorList, TensorList, double, double, double, double, byte, byte, byte, OptionalTensor*, OptionalTensor*, void>)
                function)(
                lists[0], lists[1], lists[2], weightDecay, momentum, lr, dampening, Byte(nesterov), Byte(maximize), Byte(isFirstStep), scale,
                found));

    /// <summary><c>_fused_adam_</c> or <c>_fused_adamw_</c>: parameters, gradients, averages, squares, greatest squares, steps; or false.</summary>
    internal static bool TryAdam(
        bool isDecayDecoupled, Tensor[][] given, double lr, double beta1, double beta2, double weightDecay, double eps, bool amsgrad,
        bool maximize, Tensor? gradScale, Tensor? foundInf) =>
        TryCall(isDecayDecoupled ? AdamWFunction : AdamFunction, given, gradScale, foundInf, [StackTraceHidden] (function, lists, scale, found) =>
            ((delegate* unmanaged<
                TensorList, TensorList, TensorList, TensorList, TensorList, TensorList, double, double, double, double, double, byte, byte,
                OptionalTensor*, OptionalTensor*, void>)function)(
                lists[0], lists[1], lists[2], lists[3], lists[4], lists[5], lr, beta1, beta2, weightDecay, eps, Byte(amsgrad),
                Byte(maximize), scale, found));

    /// <summary><c>_fused_adagrad_</c>: parameters, gradients, sums, steps; or false.</summary>
    internal static bool TryAdagrad(
        Tensor[][] given, double lr, double lrDecay, double weightDecay, double eps, bool maximize, Tensor? gradScale, Tensor? foundInf) =>
        TryCall(AdagradFunction, given, gradScale, foundInf, [StackTraceHidden] (function, lists, scale, found) =>
            ((delegate* unmanaged<
                TensorList, TensorList, TensorList, TensorList, double, double, double, double, byte, OptionalTensor*, OptionalTensor*, void>)
                function)(
                lists[0], lists[1], lists[2], lists[3], lr, lrDecay, weightDecay, eps, Byte(maximize), scale, found));

    private static bool TryCall(nint function, Tensor[][] given, Tensor? gradScale, Tensor? foundInf, Caller call)
    {
        if (function == 0 || !CppGuard.IsSupported)
        {
            return false;
        }

        Tensor[] all = [.. given.SelectMany(static list => list), .. Some(gradScale), .. Some(foundInf)];
        using var uses = new Uses(all);

        // A handle is the place of a tensor.
        var tensors = Array.ConvertAll(uses.Handles, static handle => *(nint*)handle);
        var lists = stackalloc TensorList[given.Length];
        fixed (nint* first = tensors)
        {
            var next = first;
            for (var i = 0; i < given.Length; i++)
            {
                lists[i] = new(next, given[i].Length);
                next += given[i].Length;
            }

            var scale = gradScale is null ? default : new OptionalTensor(*next++, 1);
            var found = foundInf is null ? default : new OptionalTensor(*next, 1);
            call(function, lists, &scale, &found);
        }

        CppGuard.Check();
        return true;
    }

    private static Tensor[] Some(Tensor? tensor) => tensor is null ? [] : [tensor];

    private static byte Byte(bool value) => value ? (byte)1 : (byte)0;

    // c10::ArrayRef<at::Tensor>
    private readonly struct TensorList(nint* first, nint count)
    {
        private readonly nint* first = first;
        private readonly nint count = count;
    }

    // std::optional<at::Tensor>
    private readonly struct OptionalTensor(nint tensor, byte isGiven)
    {
        private readonly nint tensor = tensor;
        private readonly byte isGiven = isGiven;
    }
}
