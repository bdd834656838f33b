using System.Globalization;
using TorchLite.Printing;

namespace TorchLite.Nn.Utils.Prune;

/// <summary>How much is to be taken away: a number of elements or channels, or a share of them.</summary>
internal readonly struct PruningAmount
{
    private readonly Scalar amount;

    internal PruningAmount(Scalar amount)
    {
        if (amount.Kind is not (ScalarKind.Integer or ScalarKind.Unsigned or ScalarKind.Real))
        {
            throw new TorchTypeException($"Invalid type for amount: {amount}. Must be int or float.");
        }

        if (amount.Kind == ScalarKind.Real ? !((double)amount >= 0 && (double)amount <= 1) : (long)amount < 0)
        {
            throw new TorchValueException(
                $"amount={Text(amount)} should either be a float in the range [0, 1] or a non-negative integer");
        }

        this.amount = amount;
    }

    /// <summary>How many of so many.</summary>
    internal long Of(long size)
    {
        if (amount.Kind == ScalarKind.Real)
        {
            return (long)Math.Round((double)amount * size, MidpointRounding.ToEven);
        }

        return (long)amount <= size ? (long)amount
            : throw new TorchValueException($"amount={Text(amount)} should be smaller than the number of parameters to prune={size}");
    }

    private static string Text(Scalar number) => number.Kind == ScalarKind.Real
        ? PythonText.Of((double)number) : ((long)number).ToString(CultureInfo.InvariantCulture);
}
