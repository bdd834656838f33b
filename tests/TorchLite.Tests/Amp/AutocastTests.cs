using TorchLite.Tests.Lifetime;

namespace TorchLite.Tests.Amp;

/// <summary>When mixed precision is on, and what is said where it cannot be.</summary>
[NonParallelizable]
public class AutocastTests
{
    private static Tensor Square => Torch.Ones(2, 2);

    [TearDown]
    public void Leaves_nothing_on()
    {
        Torch.IsAutocastEnabled("cpu").Should().BeFalse();
        Torch.GetAutocastDtype("cpu").Should().Be(DType.Bfloat16);
        Torch.IsAutocastCacheEnabled().Should().BeTrue();
    }

    [Test]
    public void One_within_another_holds_until_its_end()
    {
        using var scope = Torch.Scope();
        using (Torch.Amp.Autocast("cpu", DType.Float16, cacheEnabled: false))
        {
            Square.Mm(Square).DType.Should().Be(DType.Float16);
            using (Torch.Amp.Autocast("cpu", enabled: false))
            {
                Square.Mm(Square).DType.Should().Be(DType.Float32);
                Torch.GetAutocastDtype("cpu").Should().Be(DType.Float16, "where none is given the one around it holds");
                Torch.IsAutocastCacheEnabled().Should().BeFalse();
                using (Torch.Amp.Autocast("cpu", DType.Bfloat16))
                {
                    Square.Mm(Square).DType.Should().Be(DType.Bfloat16);
                }
            }

            Square.Mm(Square).DType.Should().Be(DType.Float16);
        }

        Square.Mm(Square).DType.Should().Be(DType.Float32);
    }

    [Test]
    public void It_ends_with_an_exception()
    {
        var act = static () =>
        {
            using var autocast = Torch.Amp.Autocast("cpu");
            throw new InvalidOperationException("on purpose");
        };

        act.Should().Throw<InvalidOperationException>();
        Torch.IsAutocastEnabled("cpu").Should().BeFalse();
    }

    [Test]
    public void It_is_each_threads_own()
    {
        using var autocast = Torch.Amp.Autocast("cpu");
        var elsewhere = true;
        var thread = new Thread(() => elsewhere = Torch.IsAutocastEnabled("cpu"));
        thread.Start();
        thread.Join();

        elsewhere.Should().BeFalse();
        Torch.IsAutocastEnabled("cpu").Should().BeTrue();
    }

    [Test]
    public void What_ends_twice_or_elsewhere_or_too_soon_says_so_and_changes_nothing_else()
    {
        var outer = Torch.Amp.Autocast("cpu");
        Misuse.MessageElsewhere(ref outer).Should().Be("This autocast mode belongs to another thread; only there can it end.");
        var inner = Torch.Amp.Autocast("cpu", enabled: false);
        var still = Torch.NoGrad();
        Misuse.MessageOf(ref outer).Should().Be(
            "Autocast modes end in the reverse order of opening; one opened in this was still open, and ended with it.");
        Misuse.MessageOf(ref outer).Should().StartWith("This autocast mode ended already");
        inner.Dispose();
        still.Dispose();
        Torch.IsGradEnabled().Should().BeTrue();
        default(TorchLite.Amp.AutocastMode).Dispose();
    }

    [Test]
    public void It_leaves_gradients_as_they_were_set_within()
    {
        using (Torch.Amp.Autocast("cpu"))
        {
            Torch.SetGradEnabled(false);
        }

        Torch.IsGradEnabled().Should().BeFalse();
        Torch.SetGradEnabled(true);
    }

    [Test]
    public void The_cast_of_a_parameter_is_kept_until_the_outermost_ends()
    {
        using var scope = Torch.Scope();
        using var weight = Torch.Ones([2, 2], requiresGrad: true);
        Tensor first, again, later;
        using (Torch.Amp.Autocast("cpu"))
        {
            first = Square.Mm(weight);
            using (Torch.NoGrad())
            {
                weight.Fill_(3);
            }

            using (Torch.Amp.Autocast("cpu"))
            {
                again = Square.Mm(weight);
            }

            using (Torch.Amp.Autocast("cpu", cacheEnabled: false))
            {
                later = Square.Mm(weight);
            }
        }

        (first.Sum().Item<double>(), again.Sum().Item<double>(), later.Sum().Item<double>()).Should().Be((8.0, 8.0, 24.0), "as in Python");
        using (Torch.Amp.Autocast("cpu"))
        {
            Square.Mm(weight).Sum().Item<double>().Should().Be(24);
        }
    }

    [Test]
    public void Without_the_right_dtype_or_device_it_warns_and_is_off()
    {
        var told = Warned.By(static () =>
        {
            using (Torch.Amp.Autocast("cpu", DType.Float64))
            {
                Torch.IsAutocastEnabled("cpu").Should().BeFalse();
                Torch.GetAutocastDtype("cpu").Should().Be(DType.Float64);
            }

            using (Torch.Amp.Autocast("cpu", DType.Float64, enabled: false))
            {
                Torch.IsAutocastEnabled("cpu").Should().BeFalse();
            }

            if (!Torch.Cuda.IsAvailable())
            {
                using var cuda = Torch.Amp.Autocast("cuda:1");
                Torch.IsAutocastEnabled("cuda").Should().BeFalse();
            }
        });

        told[0].Should().Be(
            "In CPU autocast, but the target dtype is not supported. Disabling autocast.\n"
            + "CPU Autocast only supports dtype of torch.bfloat16, torch.float16 currently.");
        told[1..].Should().BeSubsetOf(["User provided device_type of 'cuda', but CUDA is not available. Disabling"]);
    }

    [Test]
    public void What_PyTorch_refuses_is_refused_in_its_words()
    {
        static string Message(Action act) => act.Should().Throw<TorchException>().Which.Message;

        Message(static () => Torch.Amp.Autocast("meta")).Should().Be("unsupported scalarType");
        Message(static () => Torch.Amp.Autocast("meta", DType.Float16))
            .Should().Be("User specified an unsupported autocast device_type 'meta'");
        Message(static () => Torch.GetAutocastDtype("meta")).Should().Be("unsupported scalarType");
        Message(static () => Torch.IsAutocastEnabled("meta"))
            .Should().Be("unknown device type for autocast in get_autocast_dispatch_key_from_device_type");
        Message(static () => Torch.SetAutocastEnabled("meta", true))
            .Should().Be("unknown device type for autocast in get_autocast_dispatch_key_from_device_type");
        Message(static () => Torch.Amp.Autocast("foo")).Should().StartWith("Expected one of cpu, cuda");
    }
}
