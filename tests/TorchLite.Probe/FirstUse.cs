using TorchLite;

/// <summary>What a program may begin with: each is the first use of TorchLite in its process.</summary>
internal static class FirstUse
{
    internal static readonly Dictionary<string, Func<object?>> Uses = new()
    {
        ["arange"] = () => Torch.Arange(3),
        ["literal"] = () => Torch.Tensor([1.5, 2]),
        ["number"] = () => (Tensor)2.5,
        ["full"] = () => Torch.Full([2], 1000.5),
        ["inference"] = () =>
        {
            using var mode = Torch.InferenceMode();
            return Torch.IsGradEnabled();
        },
        ["grad"] = () => Torch.IsGradEnabled(),
        ["seed"] = () =>
        {
            Torch.ManualSeed(1);
            return null;
        },
        ["dtype"] = () =>
        {
            Torch.SetDefaultDtype(DType.Float64);
            return Torch.Ones(1);
        },
        ["memory"] = () => Torch.Memory.LiveBytes(),
        ["scope"] = () =>
        {
            using var scope = Torch.Scope();
            return scope.Keep(Torch.Eye(2));
        },
    };

    internal static void Run(string use) => Console.WriteLine(Uses[use]() ?? "done");
}
