namespace TorchLite.Tests.Autograd;

/// <summary>What of an operation's gradients does not hold against differences.</summary>
internal enum MissingGradients
{
    Nothing,

    /// <summary>No call is known that has a result.</summary>
    Call,

    /// <summary>The gradients are not those of the differences, or there are none.</summary>
    First,

    /// <summary>The same of the second derivatives.</summary>
    Second,

    /// <summary>The same of the derivatives computed forwards.</summary>
    Forward,
}
