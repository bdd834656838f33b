namespace TorchLite.Tests.Printing;

[NonParallelizable]
public sealed class PrintOptionsTests
{
    [TearDown]
    public void Restore() => Torch.SetPrintoptions(profile: PrintProfile.Default);

    [Test]
    public void Options_stay_until_they_are_set_again()
    {
        Torch.SetPrintoptions(precision: 2, threshold: 5, edgeitems: 1, linewidth: 40);
        Torch.SetPrintoptions(precision: 3);
        Torch.GetPrintoptions().Should().Be(new PrintOptions(3, 5, 1, 40, null));
    }

    [Test]
    public void The_scientific_mode_goes_back_to_automatic_as_in_PyTorch()
    {
        Torch.SetPrintoptions(sciMode: true);
        Torch.SetPrintoptions(precision: 2);
        Torch.GetPrintoptions().SciMode.Should().BeNull();
    }

    [Test]
    public void A_profile_is_a_start_that_other_options_override()
    {
        Torch.SetPrintoptions(threshold: 5, linewidth: 40);
        Torch.SetPrintoptions(profile: PrintProfile.Short, edgeitems: 7);
        Torch.GetPrintoptions().Should().Be(new PrintOptions(2, 1000, 7, 80, null));
        Torch.SetPrintoptions(profile: PrintProfile.Full);
        Torch.GetPrintoptions().Should().Be(new PrintOptions(4, double.PositiveInfinity, 3, 80, null));
        Torch.Arange(2000).ToString().Should().HaveLength(13336);
    }

    // PyTorch 2.6 measures the columns before it applies the given mode, so that they do not line up; later versions after it, as here.
    [TestCase(true, "tensor([ 1.0000e+00,  2.5000e+00, -3.0000e-05])")]
    [TestCase(false, "tensor([ 1.0000,  2.5000, -0.0000])")]
    public void Columns_line_up_in_a_given_scientific_mode(bool sciMode, string text)
    {
        Torch.SetPrintoptions(sciMode: sciMode);
        Torch.Tensor([1.0, 2.5, -3e-5]).ToString().Should().Be(text);
    }

    [Test]
    public void Ties_are_rounded_to_even()
    {
        Torch.SetPrintoptions(precision: 2);
        Torch.Tensor([0.125, 0.375]).ToString().Should().Be("tensor([0.12, 0.38])");
        Torch.SetPrintoptions(precision: 0);
        Torch.Tensor([0.5, 1.5, 2.5]).ToString().Should().Be("tensor([0, 2, 2])");
    }

    [Test]
    public void Without_edges_a_big_tensor_shows_its_size_only()
    {
        Torch.SetPrintoptions(edgeitems: 0);
        Torch.Zeros(40, 40).ToString().Should().Be("tensor([...], size=(40, 40))");
        Torch.Zeros(2000).ToString().Should().Be("tensor([...], size=(2000,))");
        Torch.Zeros(2).ToString().Should().Be("tensor([0., 0.], size=(2,))");
    }

    [Test]
    public void A_scope_puts_the_options_back_whatever_happened_in_it()
    {
        Torch.SetPrintoptions(precision: 3, sciMode: false);
        var fail = () =>
        {
            using var inner = Torch.Printoptions(precision: 1);
            Torch.Tensor([0.25]).ToString().Should().Be("tensor([0.2])");
            Torch.SetPrintoptions(profile: PrintProfile.Full);
            throw new InvalidOperationException();
        };
        fail.Should().Throw<InvalidOperationException>();
        Torch.GetPrintoptions().Should().Be(new PrintOptions(3, 1000, 3, 80, false));
    }

    [Test]
    public void A_scope_that_is_closed_twice_restores_once()
    {
        var scope = Torch.Printoptions(precision: 1);
        scope.Dispose();
        Torch.SetPrintoptions(precision: 6);
        scope.Dispose();
        Torch.GetPrintoptions().Precision.Should().Be(6);
    }

    [Test]
    public void A_negative_or_unknown_option_is_refused_and_changes_nothing()
    {
        var before = Torch.GetPrintoptions();
        Action[] wrong =
        [
            () => Torch.SetPrintoptions(precision: -1),
            () => Torch.SetPrintoptions(threshold: -1),
            () => Torch.SetPrintoptions(threshold: double.NaN),
            () => Torch.SetPrintoptions(edgeitems: -1),
            () => Torch.SetPrintoptions(profile: (PrintProfile)9),
            () => Torch.Printoptions(precision: -1),
        ];
        foreach (var set in wrong)
        {
            set.Should().Throw<ArgumentOutOfRangeException>();
        }

        Torch.GetPrintoptions().Should().BeSameAs(before);
    }

    [Test]
    public void A_text_never_mixes_two_sets_of_options()
    {
        var x = Torch.Arange(30).Div(8);
        Torch.SetPrintoptions(profile: PrintProfile.Default, precision: 1, threshold: 10, edgeitems: 1);
        var first = x.ToString();
        Torch.SetPrintoptions(profile: PrintProfile.Default, precision: 6, threshold: 5, edgeitems: 2);
        var second = x.ToString();
        var texts = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                texts[x.ToString()] = true;
            }
        })).ToArray();
        for (var i = 0; i < 2000; i++)
        {
            _ = i % 2 == 0
                ? Set(precision: 1, threshold: 10, edgeitems: 1)
                : Set(precision: 6, threshold: 5, edgeitems: 2);
        }

        stop.Cancel();
        Task.WaitAll(readers);
        texts.Keys.Should().BeSubsetOf([first, second]);

        static bool Set(int precision, int threshold, int edgeitems)
        {
            Torch.SetPrintoptions(precision, threshold, edgeitems);
            return true;
        }
    }
}
