using TorchLite.Nn;
using TorchLite.Optim;

namespace TorchLite.Tests.Optim;

/// <summary>What is trained, and by what, with the names of a checkpoint's parts.</summary>
/// <param name="modules">The modules.</param>
/// <param name="optimizers">The optimizers.</param>
/// <param name="step">Trains a step and gives its loss.</param>
internal sealed class TrainingProgram(
    (string Name, Module Module)[] modules, (string Name, Optimizer Optimizer)[] optimizers, Func<double> step)
{
    internal double Step() => step();

    internal double[] Steps(int count) => [.. Enumerable.Range(0, count).Select(_ => step())];

    internal OrderedDictionary<object, object?> Checkpoint()
    {
        var all = new OrderedDictionary<object, object?>();
        foreach (var (name, module) in modules)
        {
            all[name] = module.StateDict();
        }

        foreach (var (name, optimizer) in optimizers)
        {
            all[name] = optimizer.StateDict();
        }

        all["rng"] = Torch.GetRngState();
        return all;
    }

    internal void Load(OrderedDictionary<object, object?> checkpoint)
    {
        foreach (var (name, module) in modules)
        {
            module.LoadStateDict((OrderedDictionary<object, object?>)checkpoint[name]!);
        }

        foreach (var (name, optimizer) in optimizers)
        {
            optimizer.LoadStateDict((OrderedDictionary<object, object?>)checkpoint[name]!);
        }

        Torch.SetRngState((Tensor)checkpoint["rng"]!);
    }
}
