namespace TorchLite.Tests.Ops;

/// <summary>Functions of C# on each element.</summary>
public sealed class ApplyTests
{
    [Test]
    public void A_function_of_CSharp_is_applied_to_each_element()
    {
        Torch.Tensor([1, 2]).Apply_(static x => (long)x * 3).ToString().Should().Be("tensor([3, 6])");
        Torch.Tensor([[1.0, 2.0], [3.0, 4.0]]).T.Apply_(static x => (double)x + 1)[0].ToString().Should().Be("tensor([2., 4.])");
        Torch.Tensor([1.0, 2.0]).Map_(Torch.Tensor(5.0), static (x, y) => (double)x * (double)y).ToString()
            .Should().Be("tensor([ 5., 10.])");
        var untouched = Torch.Tensor([1.0, 2.0]);
        ((Action)(() => untouched.Apply_(static x => (double)x > 1 ? throw new FormatException() : 9))).Should().Throw<FormatException>();
        untouched.ToString().Should().Be("tensor([1., 2.])", "nothing is half done");
        Error(static () => Torch.Ones([1], requiresGrad: true).Apply_(static x => x))
            .Should().Be("Can't call apply_() on Variable that requires grad. Use var.detach().apply_() instead.");
        Error(static () => Torch.Ones(1).Map_(Torch.Ones([1], DType.Int64), static (x, y) => x))
            .Should().Be("map_: expected torch.float32 on cpu for 'other' (got torch.int64 on cpu)");
        Error(static () => Torch.Ones(1).Map_(Torch.Ones(2), static (x, y) => x))
            .Should().StartWith("The expanded size of the tensor (1) must match");
    }

    private static string Error(Action call) => call.Should().Throw<TorchException>().Which.Message;
}
