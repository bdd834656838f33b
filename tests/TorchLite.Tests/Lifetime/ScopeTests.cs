namespace TorchLite.Tests.Lifetime;

public class ScopeTests
{
    [Test]
    public void A_scope_disposes_what_was_made_in_it()
    {
        Tensor made;
        using (Torch.Scope())
        {
            made = Torch.Ones(2) + 1;
        }

        made.IsDisposed.Should().BeTrue();
    }

    [Test]
    public void A_kept_tensor_outlives_the_scope()
    {
        Tensor kept;
        using (var scope = Torch.Scope())
        {
            kept = scope.Keep(Torch.Ones(2) + 1);
        }

        kept.ToArray<float>().Should().Equal(2, 2);
    }

    [Test]
    public void A_tensor_kept_by_an_inner_scope_belongs_to_the_outer_one()
    {
        Tensor kept;
        using (Torch.Scope())
        {
            using (var inner = Torch.Scope())
            {
                kept = inner.Keep(Torch.Ones(2));
            }

            kept.IsDisposed.Should().BeFalse();
        }

        kept.IsDisposed.Should().BeTrue();
    }

    [Test]
    public void A_scope_leaves_alone_what_was_made_before_it()
    {
        var before = Torch.Ones(2);
        using (Torch.Scope())
        {
            before.Add_(1);
        }

        before.IsDisposed.Should().BeFalse();
    }

    [Test]
    public void A_scope_disposes_when_an_exception_leaves_it()
    {
        Tensor? made = null;
        var act = () =>
        {
            using var scope = Torch.Scope();
            made = Torch.Ones(2, 3);
            made.View(4);
        };

        act.Should().Throw<TorchException>();
        made!.IsDisposed.Should().BeTrue();
    }

    [Test]
    public void A_scope_takes_no_tensors_of_another_thread()
    {
        Tensor? other = null;
        using (Torch.Scope())
        {
            var thread = new Thread(() => other = Torch.Ones(2));
            thread.Start();
            thread.Join();
        }

        other!.IsDisposed.Should().BeFalse();
    }

    [Test]
    public void Closing_an_outer_scope_before_an_inner_one_is_an_error_and_closes_both()
    {
        var outer = Torch.Scope();
        var inner = Torch.Scope();
        var made = Torch.Ones(2);

        Misuse.MessageOf(ref outer).Should().Be(
            "Tensor scopes close in the reverse order of opening; one opened in this was still open, and closed with it.");

        made.IsDisposed.Should().BeTrue();
        inner.Dispose();
        var after = Torch.Ones(2);
        after.Scope.Should().BeNull("no scope is open any more");
        Misuse.MessageOf(ref outer).Should().Be("This tensor scope is closed already.");
    }

    [Test]
    public void A_scope_closed_twice_is_an_error()
    {
        var scope = Torch.Scope();
        var copy = scope;
        scope.Dispose();

        Misuse.MessageOf(ref copy).Should().Be("This tensor scope is closed already.");
    }

    [Test]
    public void A_scope_closed_or_used_on_another_thread_is_an_error_and_stays_open()
    {
        var scope = Torch.Scope();
        var made = Torch.Ones(2);

        Misuse.MessageElsewhere(ref scope).Should().Be("This tensor scope belongs to another thread.");

        made.IsDisposed.Should().BeFalse();
        scope.Dispose();
        made.IsDisposed.Should().BeTrue();
    }

    [Test]
    public void Keeping_in_a_closed_scope_is_an_error()
    {
        var scope = Torch.Scope();
        var made = Torch.Ones(2);
        scope.Dispose();
        string? message = null;
        try
        {
            scope.Keep(made);
        }
        catch (InvalidOperationException e)
        {
            message = e.Message;
        }

        message.Should().Be("This tensor scope is closed already; what it did not keep is disposed.");
    }

    [Test]
    public void An_outer_scope_keeps_what_an_inner_one_made()
    {
        Tensor kept;
        using (var outer = Torch.Scope())
        {
            using (Torch.Scope())
            {
                kept = outer.Keep(Torch.Ones(2));
            }
        }

        kept.IsDisposed.Should().BeFalse();
    }

    [Test]
    public void A_default_scope_does_nothing()
    {
        var none = default(TensorScope);
        var made = none.Keep(Torch.Ones(2));
        none.Dispose();

        made.IsDisposed.Should().BeFalse();
    }

    [Test]
    public void A_scope_holds_no_more_than_what_lives_in_it()
    {
        using var scope = Torch.Scope();
        var first = Disposed();
        for (var i = 0; i < 1000; i++)
        {
            Torch.Ones(1).Dispose();
        }

        Torch.Memory.Collect();
        first.IsAlive.Should().BeFalse("the list of the scope was tidied as it grew");

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Disposed()
        {
            var made = Torch.Ones(1);
            made.Dispose();
            return new WeakReference(made);
        }
    }

    [Test]
    public void A_cancelled_scope_disposes_its_tensors()
    {
        var before = Torch.Memory.LiveTensors();
        using var cancellation = new CancellationTokenSource();
        var act = () =>
        {
            using var scope = Torch.Scope();
            for (var i = 0; ; i++)
            {
                _ = Torch.Ones(10) + i;
                if (i == 5)
                {
                    cancellation.Cancel();
                }

                cancellation.Token.ThrowIfCancellationRequested();
            }
        };

        act.Should().Throw<OperationCanceledException>();
        Torch.Memory.LiveTensors().Should().Be(before);
    }

    [Test]
    public void Tidy_keeps_the_tensors_of_a_result_and_disposes_the_rest()
    {
        Tensor? between = null;
        var (sum, list) = Torch.Tidy(() =>
        {
            between = Torch.Ones(2) * 3;
            return (between.Sum(), new[] { between + 1, between + 2 });
        });

        between!.IsDisposed.Should().BeTrue();
        sum.Item<int>().Should().Be(6);
        list[1].ToArray<float>().Should().Equal(5, 5);
    }

    [Test]
    public void Dispose_is_safe_twice_and_everything_else_says_that_the_tensor_is_gone()
    {
        var x = Torch.Ones(2);
        x.Dispose();
        x.Dispose();

        var use = () => x + 1;
        use.Should().Throw<ObjectDisposedException>().WithMessage("*disposed; its memory is gone*");
        var shape = () => x.Shape;
        shape.Should().Throw<ObjectDisposedException>();
    }

    [Test]
    public void A_view_keeps_the_memory_of_a_disposed_tensor()
    {
        var x = Torch.Arange(1000);
        var view = x[10..20];
        x.Dispose();

        view.Sum().Item<int>().Should().Be(145);
    }
}
