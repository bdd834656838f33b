using NUnit.Framework.Interfaces;
using TorchLite.Tests;

[assembly: NoTensorsLeft]

namespace TorchLite.Tests;

/// <summary>Checks after each fixture that as many tensors live as before it.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class NoTensorsLeftAttribute : Attribute, ITestAction
{
    private static readonly Dictionary<string, (long Tensors, long Bytes)> Before = [];

    public ActionTargets Targets => ActionTargets.Suite;

    public void BeforeTest(ITest test)
    {
        if (test.Fixture is not null)
        {
            Before[test.Id] = Live();
        }
    }

    public void AfterTest(ITest test)
    {
        if (Before.Remove(test.Id, out var before))
        {
            Live().Should().Be(before, "a fixture leaves no tensors behind");
        }
    }

    private static (long Tensors, long Bytes) Live()
    {
        Torch.Memory.Collect();
        return (Torch.Memory.LiveTensors(), Torch.Memory.LiveBytes());
    }
}
