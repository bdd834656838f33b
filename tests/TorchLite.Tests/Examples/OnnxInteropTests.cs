namespace TorchLite.Tests.Examples;

/// <summary>The example that shares tensors with the runtime of ONNX.</summary>
public sealed class OnnxInteropTests
{
    [Test]
    public void Tensors_and_the_runtimes_values_are_the_same_memory() => TutorialProgram.RunExample("OnnxInterop", []).Should().Be(
        new TutorialResult(
            0, """
            tensor([[5.0000, 0.0000, 0.5000],
                    [0.0000, 0.0000, 0.0000]])
            1 1 1 1
            tensor([[3., 0., 0.],
                    [3., 0., 0.]])
            tensor([1., 1.])
            True

            """.ReplaceLineEndings("\n"), ""));
}
