using TorchLite.Tests.Lifetime;

namespace TorchLite.Tests.Autograd;

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

    [Test]
    public void A_mode_that_ends_twice_is_an_error_and_changes_nothing()
    {
        var off = Torch.NoGrad();
        var copy = off;
        off.Dispose();

        using (Torch.NoGrad())
        {
            Misuse.MessageOf(ref copy).Should().StartWith("This gradient mode ended already");
            Torch.IsGradEnabled().Should().BeFalse();
        }

        Torch.IsGradEnabled().Should().BeTrue();
    }

    [Test]
    public void A_mode_that_ends_before_one_in_it_is_an_error_and_ends_both()
    {
        var off = Torch.NoGrad();
        var on = Torch.EnableGrad();
        var inference = Torch.InferenceMode();

        Misuse.MessageOf(ref off).Should().Be(
            "Gradient modes end in the reverse order of opening; one opened in this was still open, and ended with it.");

        ShouldRecord();
        inference.Dispose();
        on.Dispose();
        ShouldRecord();
    }

    [Test]
    public void A_mode_that_ends_on_another_thread_is_an_error_and_stays()
    {
        var off = Torch.NoGrad();

        Misuse.MessageElsewhere(ref off).Should().Be("This gradient mode belongs to another thread; only there can it end.");

        Torch.IsGradEnabled().Should().BeFalse();
        off.Dispose();
        ShouldRecord();
    }

    [Test]
    public void An_inference_mode_that_ends_on_another_thread_is_an_error_and_stays()
    {
        var inference = Torch.InferenceMode();

        Misuse.MessageElsewhere(ref inference).Should().StartWith("This gradient mode belongs to another thread");

        Torch.Ones(1).IsInference().Should().BeTrue();
        inference.Dispose();
        Torch.Ones(1).IsInference().Should().BeFalse();
    }

    [Test]
    public void A_default_mode_does_nothing()
    {
        default(GradMode).Dispose();
        ShouldRecord();
    }

    [Test]
    public void SetGradEnabled_inside_a_stretch_ends_with_it()
    {
        using (Torch.NoGrad())
        {
            Torch.SetGradEnabled(true);
            Torch.SetGradEnabled(false);
            Torch.SetGradEnabled(true);
        }

        ShouldRecord();
        using (Torch.SetGradEnabled(false))
        {
            Torch.SetGradEnabled(true);
        }

        ShouldRecord();
    }

    [Test]
    public void A_SetGradEnabled_that_ends_after_the_one_around_it_is_an_error()
    {
        var off = Torch.SetGradEnabled(false);
        var on = Torch.SetGradEnabled(true);
        off.Dispose();

        Misuse.MessageOf(ref on).Should().StartWith("This gradient mode ended already, or the one around it did");
        ShouldRecord();
    }

    [Test]
    public void A_SetGradEnabled_that_ends_before_a_NoGrad_in_it_is_an_error_and_ends_both()
    {
        var on = Torch.SetGradEnabled(true);
        var off = Torch.NoGrad();

        Misuse.MessageOf(ref on).Should().StartWith("Gradient modes end in the reverse order");

        off.Dispose();
        ShouldRecord();
    }

    [Test]
    public void Modes_nest_in_any_mix_and_come_back_one_by_one()
    {
        var seen = new List<bool>();
        using (Torch.InferenceMode())
        {
            using (Torch.EnableGrad())
            {
                seen.Add(Torch.IsGradEnabled());
                using (Torch.InferenceMode(false))
                {
                    using (Torch.NoGrad())
                    {
                        seen.Add(Torch.IsGradEnabled());
                    }

                    seen.Add(Torch.Ones(1).IsInference());
                }

                seen.Add(Torch.Ones(1).IsInference());
            }

            seen.Add(Torch.IsGradEnabled());
        }

        seen.Should().Equal(true, false, false, true, false);
        ShouldRecord();
    }

    [Test]
    public void An_exception_through_several_modes_ends_them_all()
    {
        var act = () =>
        {
            using var off = Torch.NoGrad();
            using var inference = Torch.InferenceMode();
            using var on = Torch.EnableGrad();
            Torch.Ones(2).View(3);
        };

        act.Should().Throw<TorchException>();
        ShouldRecord();
    }

    [Test]
    public void SetGradEnabled_in_a_loop_leaves_nothing_behind()
    {
        var first = Loose();
        for (var i = 0; i < 100; i++)
        {
            Torch.SetGradEnabled(i % 2 == 1);
        }

        Torch.Memory.Collect();
        first.IsAlive.Should().BeFalse();
        ShouldRecord();

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Loose() => new(TorchLite.Lifetime.ModeFrame.OpenLoose(true));
    }

    private static void ShouldRecord()
    {
        Torch.IsGradEnabled().Should().BeTrue();
        var y = Torch.Ones([1], requiresGrad: true) * 2;
        y.RequiresGrad.Should().BeTrue();
        y.IsInference().Should().BeFalse();
    }
}
