using TorchLite.Nn;
using TorchLite.Utils;

namespace TorchLite;

/// <content>Looking at models.</content>
public static partial class Torch
{
    public static partial class Utils
    {
        /// <summary>A table of a model's modules: what each gives of an input of zeros, its parameters and its multiply-adds.</summary>
        /// <remarks>The model runs once, in evaluation and without gradients; nothing of it is changed.</remarks>
        /// <typeparam name="TResult">What the model gives.</typeparam>
        /// <param name="model">The model.</param>
        /// <param name="inputSize">The shape of the input, with the batch.</param>
        /// <param name="dtype">The input's dtype; null: that of the model's first parameter, else the default dtype.</param>
        /// <returns>The table, whose <c>ToString</c> prints it.</returns>
        /// <exception cref="TorchException">The model does not take an input of that shape.</exception>
        /// <example><code>
        /// Torch.Utils.Summary(new Linear(4, 2), [1, 4]).TotalParameters   // 10
        /// </code></example>
        public static ModelSummary Summary<TResult>(Module<Tensor, TResult> model, Shape inputSize, DType? dtype = null)
        {
            ArgumentNullException.ThrowIfNull(model);
            var first = model.Parameters().FirstOrDefault();
            using var input = Zeros(inputSize, dtype: dtype ?? first?.DType ?? GetDefaultDtype(), device: first?.Device ?? default(Device));
            return Summary(model, input, () => model.Call(input));
        }

        /// <summary>A table of the modules of a model that takes other inputs than one tensor.</summary>
        /// <typeparam name="TResult">What the model gives.</typeparam>
        /// <param name="model">The model.</param>
        /// <param name="input">The input whose size is told; null: none is.</param>
        /// <param name="run">Calls the model.</param>
        /// <returns>The table, whose <c>ToString</c> prints it.</returns>
        public static ModelSummary Summary<TResult>(Module model, Tensor? input, Func<TResult> run)
        {
            ArgumentNullException.ThrowIfNull(model);
            ArgumentNullException.ThrowIfNull(run);
            var record = new SummaryRecord(model);
            var training = model.Modules().Where(static module => module.Training).ToArray();
            try
            {
                model.SetTraining(false);
                using var _ = NoGrad();
                run();
            }
            finally
            {
                record.Dispose();
                foreach (var module in training)
                {
                    module.Training = true;
                }
            }

            return record.Summary(input is null ? 0 : input.Numel() * input.ElementSize());
        }
    }
}
