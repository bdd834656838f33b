using TorchLite.Printing;

namespace TorchLite.Optim.LrScheduler;

/// <summary>
/// Has the learning rates fall as a cosine, and begin anew, each time after more epochs: PyTorch's <c>CosineAnnealingWarmRestarts</c>.
/// </summary>
/// <remarks>Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts" (2016).</remarks>
/// <example><code>
/// var sgd = new SGD([new Parameter(Torch.Ones(1))], lr: 1.0);
/// var scheduler = new CosineAnnealingWarmRestarts(sgd, t0: 2);
/// sgd.Step();
/// scheduler.Step();
/// Math.Round(scheduler.GetLastLr()[0], 4)   // 0.5
/// scheduler.Step();
/// scheduler.GetLastLr()[0]                  // 1
/// scheduler.Step(2.5);
/// Math.Round(scheduler.GetLastLr()[0], 4)   // 0.8536
/// </code></example>
public sealed class CosineAnnealingWarmRestarts : LRScheduler
{
    /// <summary>A scheduler of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="t0">How many epochs the first fall takes: PyTorch's <c>T_0</c>.</param>
    /// <param name="tMult">How many times as long the next one takes each time.</param>
    /// <param name="etaMin">The least learning rate.</param>
    /// <param name="lastEpoch">How many steps there were when a training goes on; -1: it begins.</param>
    /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
    /// <exception cref="TorchValueException">A number is not positive.</exception>
    /// <exception cref="KeyNotFoundException">The training goes on, and a group does not know its <c>"initial_lr"</c>.</exception>
    public CosineAnnealingWarmRestarts(Optimizer optimizer, long t0, long tMult = 1, double etaMin = 0.0, long lastEpoch = -1)
        : base(
            optimizer, lastEpoch,
            t0 <= 0 ? throw new TorchValueException($"Expected positive integer T_0, but got {t0}")
            : tMult < 1 ? throw new TorchValueException($"Expected integer T_mult >= 1, but got {tMult}")
            : [("T_0", t0), ("T_i", t0), ("T_mult", tMult), ("eta_min", etaMin), ("T_cur", lastEpoch)])
    {
    }

    /// <inheritdoc/>
    public override void Step()
    {
        if (LastEpoch < 0)
        {
            Jump(0, isWhole: true);
            return;
        }

        this["T_cur"] = this["T_cur"] is long whole ? whole + 1 : (object)(Number("T_cur") + 1);
        if (Number("T_cur") >= Number("T_i"))
        {
            this["T_cur"] = this["T_cur"] is long over ? over % Whole("T_i") : (object)(Number("T_cur") % Number("T_i"));
            this["T_i"] = Whole("T_i") * Whole("T_mult");
        }

        StepTo(LastEpoch + 1);
    }

    /// <summary>Sets the learning rates of an epoch or a part of one, such as 2.5: PyTorch's <c>step(epoch)</c>.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <exception cref="TorchValueException">It is negative.</exception>
    public void Step(double epoch) => Jump(epoch, epoch == Math.Floor(epoch)); // C# calls this one with an integer too

    /// <summary>Sets the learning rates of an epoch: PyTorch's <c>step(epoch)</c>.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <exception cref="TorchValueException">It is negative.</exception>
    public override void Step(long epoch) => Jump(epoch, isWhole: true);

    /// <inheritdoc/>
    protected override IReadOnlyList<double> GetLr()
    {
        var (least, now, length) = (Number("eta_min"), Number("T_cur"), Number("T_i"));
        return OfBase(lr => least + ((lr - least) * (1 + Math.Cos(Math.PI * now / length)) / 2));
    }

    private void Jump(double epoch, bool isWhole)
    {
        if (epoch < 0)
        {
            throw new TorchValueException(
                $"Expected non-negative epoch, but got {(isWhole ? PythonText.Of((object)(long)epoch) : PythonText.Of(epoch))}");
        }

        var (first, factor) = (Whole("T_0"), Whole("T_mult"));
        var now = epoch;
        if (epoch < first)
        {
            this["T_i"] = first;
        }
        else if (factor == 1)
        {
            now = epoch % first;
        }
        else
        {
            var restarts = (int)(Math.Log((epoch / first * (factor - 1)) + 1) / Math.Log(factor));
            var times = (long)Math.Pow(factor, restarts);
            now = epoch - ((double)(first * (times - 1)) / (factor - 1));
            this["T_i"] = first * times;
            isWhole = false;
        }

        this["T_cur"] = isWhole ? (object)(long)now : now;
        StepTo(Math.Floor(epoch));
    }

    private void StepTo(double epoch)
    {
        LastEpoch = (long)epoch;
        Set(GetLr());
    }
}
