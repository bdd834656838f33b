namespace TorchLite.Tests;

/// <summary>The warnings of <see cref="Torch.Warnings"/>.</summary>
internal static class Warned
{
    /// <summary>The texts of those that an action raises.</summary>
    internal static List<string> By(Action act)
    {
        var told = new List<string>();
        void Keep(object? sender, TorchWarningEventArgs warning) => told.Add(warning.Message);
        Torch.Warnings.Raised += Keep;
        try
        {
            act();
        }
        finally
        {
            Torch.Warnings.Raised -= Keep;
        }

        return told;
    }
}
