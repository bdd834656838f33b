using NUnit.Framework.Interfaces;
using TorchLite.Tests;

[assembly: NoTensorsLeft]

namespace TorchLite.Tests
{
    /// <summary>
    /// Checks that a fixture leaves no tensors behind: before the first test of the next one as many must live as before its own. The test
    /// that fails is then that of the next fixture, and says whose tensors they are. Fixtures do not run at the same time.
    /// </summary>
    [AttributeUsage(AttributeTargets.Assembly)]
    public sealed class NoTensorsLeftAttribute : Attribute, ITestAction
    {
        private static string? fixture;
        private static (long Tensors, long Bytes) before;

        public ActionTargets Targets => ActionTargets.Test;

        public void BeforeTest(ITest test)
        {
            if (test.ClassName == fixture)
            {
                return;
            }

            var last = fixture;
            fixture = test.ClassName;
            if (last is null || Live() != before)
            {
                Torch.Memory.Collect();
                var was = before;
                before = Live();
                if (last is not null)
                {
                    before.Should().Be(was, "{0} leaves no tensors behind", last);
                }
            }
        }

        public void AfterTest(ITest test)
        {
        }

        private static (long Tensors, long Bytes) Live() => (Torch.Memory.LiveTensors(), Torch.Memory.LiveBytes());
    }
}

// The last in the order of names, so that the one before it is checked.
namespace TorchLite.Tests.ZLast
{
    public class ZLastFixture
    {
        [Test]
        public void The_fixture_before_left_no_tensors_behind() => Torch.Memory.LiveTensors().Should().BeGreaterThanOrEqualTo(0);
    }
}
