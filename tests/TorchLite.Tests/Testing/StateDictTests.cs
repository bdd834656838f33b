using System.Collections;
using TorchLite.Nn;
using TorchLite.Optim;

namespace TorchLite.Tests.Testing;

/// <summary>State dicts are compared value by value, and what differs is named by its keys, in PyTorch's words.</summary>
public sealed class StateDictTests
{
    [Test]
    public void A_loaded_network_is_close_to_its_state_dict_and_a_changed_weight_is_named()
    {
        var (net, copy) = (Net(), Net());
        copy.LoadStateDict(net.StateDict());
        Torch.Testing.AssertClose(copy.StateDict(), net.StateDict());

        using (Torch.NoGrad())
        {
            net.GetParameter("2.bias").Fill_(0.5);
            copy.GetParameter("2.bias").Fill_(1);
        }

        FluentActions.Invoking(() => Torch.Testing.AssertClose(copy.StateDict(), net.StateDict()))
            .Should().Throw<TorchAssertionException>().WithMessage(
                """
                Tensor-likes are not close!

                Mismatched elements: 1 / 1 (100.0%)
                Greatest absolute difference: 0.5 at index (0,) (up to 1e-05 allowed)
                Greatest relative difference: 1.0 at index (0,) (up to 1.3e-06 allowed)

                The failure occurred for item ['2.bias']
                """);
    }

    [Test]
    public void A_missing_key_is_named()
    {
        var net = Net();
        var less = net.StateDict();
        less.Remove("0.bias");

        FluentActions.Invoking(() => Torch.Testing.AssertClose(less, net.StateDict())).Should().Throw<TorchAssertionException>().WithMessage(
            """
            The keys of the mappings do not match:
            Missing keys in the actual mapping: ['0.bias']
            Additional keys in the actual mapping: []
            """);
    }

    [Test]
    public void The_state_of_an_optimizer_is_compared_to_any_depth()
    {
        var (net, copy) = (Net(), Net());
        copy.LoadStateDict(net.StateDict());
        var (one, other) = (Stepped(net), Stepped(copy));
        Torch.Testing.AssertClose(other, one);

        var ofFirst = (IDictionary)((IDictionary)other["state"]!).Values.Cast<object>().First();
        ((Tensor)ofFirst["step"]!).Add_(1);
        FluentActions.Invoking(() => Torch.Testing.AssertClose(other, one)).Should().Throw<TorchAssertionException>().WithMessage(
            """
            Scalars are not close!

            Expected 1.0 but got 2.0.
            Absolute difference: 1.0 (up to 1e-05 allowed)
            Relative difference: 1.0 (up to 1.3e-06 allowed)

            The failure occurred for item ['state'][0]['step']
            """);
    }

    private static Sequential Net() => new(new Linear(2, 2), new ReLU(), new Linear(2, 1));

    private static IDictionary Stepped(Sequential net)
    {
        var optimizer = new Adam(net.Parameters());
        optimizer.ZeroGrad();
        net.Call(Torch.Ones(1, 2)).Sum().Backward();
        optimizer.Step();

        return optimizer.StateDict();
    }
}
