namespace TorchLite.Jit;

/// <summary>libtorch's ways of making a model fast.</summary>
internal static class ScriptOptimization
{
    internal static ScriptModule Freeze(ScriptModule module, IEnumerable<string>? preserved, bool optimizes)
    {
        using var off = Torch.NoGrad();
        Check(
            module, "Freezing is currently only implemented for modules in eval mode. Please call .eval() on your module before freezing.");
        using var frozen = module.Program.Tree.Freeze(ScriptProgram.InTree(module.Path), [.. preserved ?? []], optimizes);
        ScriptModule? made = null;
        ScriptWriter.Write(frozen, "", "frozen.pt", file => made = Torch.Jit.Load(file));
        return made!;
    }

    internal static ScriptModule ForInference(ScriptModule module, IEnumerable<string>? others)
    {
        using var off = Torch.NoGrad();
        Check(module, "Please set the module to eval mode before optimizing it for inference: call .eval() on it.");
        string[] names = [.. (others ?? []).Prepend("forward").Distinct()
            .Where(name => name != "forward" || module.Program.Method(module.Path, name) is not null)];
        foreach (var name in names)
        {
            if (module.Binding(name).Refused is { } refused)
            {
                throw new TorchNotImplementedException(
                    $"The method '{name}' takes or gives a {refused}, which can not be passed between TorchScript and .NET.");
            }
        }

        return new(module.Program, module.Definition, module.Path, new(module, names)) { Training = false };
    }

    private static void Check(ScriptModule module, string inTraining)
    {
        if (module.IsOptimized)
        {
            throw new TorchException("The module was made fast by optimize_for_inference already.");
        }

        if (module.Program.Trains && module.Modules().Any(static one => one.Training))
        {
            throw new TorchException(inTraining);
        }

        module.Program.Synchronize();
    }
}
