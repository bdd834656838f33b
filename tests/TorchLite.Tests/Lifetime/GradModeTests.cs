namespace TorchLite.Tests.Lifetime;

public class GradModeTests
{
    [Test]
    public void NoGrad_switches_recording_off_and_back_on()
    {
        var x = Torch.Ones([1], requiresGrad: true);
        using (Torch.NoGrad())
        {
            (x * 2).RequiresGrad.Should().BeFalse();
            using (Torch.EnableGrad())
            {
                (x * 2).RequiresGrad.Should().BeTrue();
            }

            Torch.IsGradEnabled().Should().BeFalse();
        }

        (x * 2).RequiresGrad.Should().BeTrue();
    }

    [Test]
    public void The_mode_comes_back_when_an_exception_leaves_the_stretch()
    {
        var act = () =>
        {
            using var _ = Torch.NoGrad();
            throw new InvalidOperationException("on purpose");
        };

        act.Should().Throw<InvalidOperationException>();
        Torch.IsGradEnabled().Should().BeTrue();
    }

    [Test]
    public void The_mode_is_each_threads_own()
    {
        using var _ = Torch.NoGrad();
        var other = false;
        var thread = new Thread(() => other = Torch.IsGradEnabled());
        thread.Start();
        thread.Join();

        other.Should().BeTrue();
        Torch.IsGradEnabled().Should().BeFalse();
    }

    [Test]
    public void SetGradEnabled_without_a_using_stays()
    {
        Torch.SetGradEnabled(false);
        try
        {
            Torch.IsGradEnabled().Should().BeFalse();
        }
        finally
        {
            Torch.SetGradEnabled(true);
        }
    }

    [Test]
    public void InferenceMode_records_nothing_and_ends_with_its_stretch()
    {
        var x = Torch.Ones([1], requiresGrad: true);
        using (Torch.InferenceMode())
        {
            (x * 2).RequiresGrad.Should().BeFalse();
        }

        (x * 2).RequiresGrad.Should().BeTrue();
    }
}
